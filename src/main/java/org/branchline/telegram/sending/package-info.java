/** What leaves for Telegram: our words as methods of the Bot API, and what came of each. */
@NullMarked
package org.branchline.telegram.sending;

import org.jspecify.annotations.NullMarked;
