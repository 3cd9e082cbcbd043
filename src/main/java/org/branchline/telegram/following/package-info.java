/**
 * The people's clock where the Bot API is a sandbox, which may be moved: followed step by step, so that all that falls due
 * on the way happens in order. Touches {@code telegram} itself, {@code database}, {@code roster} and {@code intake}.
 */
@NullMarked
package org.branchline.telegram.following;

import org.jspecify.annotations.NullMarked;
