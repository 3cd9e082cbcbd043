/** What comes from Telegram: updates by long polling or webhook, read into our words and handed to intake. */
@NullMarked
package org.branchline.telegram.receiving;

import org.jspecify.annotations.NullMarked;
