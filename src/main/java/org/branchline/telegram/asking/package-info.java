/**
 * What Telegram says of a bot when it is asked, by the start and by {@code doctor}, and nothing is changed by asking. Touches
 * the rest of {@code telegram} only.
 */
@NullMarked
package org.branchline.telegram.asking;

import org.jspecify.annotations.NullMarked;
