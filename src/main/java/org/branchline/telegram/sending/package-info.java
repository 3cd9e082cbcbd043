/**
 * What leaves for Telegram: our words as methods of the Bot API, and what came of each. Touches {@code telegram}
 * itself, {@code conversation}, {@code roster} and {@code delivery}.
 */
@NullMarked
package org.branchline.telegram.sending;

import org.jspecify.annotations.NullMarked;
