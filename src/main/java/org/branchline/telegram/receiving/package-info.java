/**
 * What comes from Telegram: updates by long polling or webhook, read into our words and handed to intake. Touches
 * {@code telegram} itself, {@code conversation}, {@code database}, {@code roster}, {@code delivery} and {@code
 * intake}.
 */
@NullMarked
package org.branchline.telegram.receiving;

import org.jspecify.annotations.NullMarked;
