/** The Bot API's methods with Telegram's results, errors and limits. */
@NullMarked
package org.branchline.sandbox.botapi;

import org.jspecify.annotations.NullMarked;
