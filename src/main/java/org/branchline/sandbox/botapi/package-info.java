/**
 * The Bot API's methods with Telegram's results, errors and limits. Touches the sandbox's {@code chat} and {@code
 * updates} only.
 */
@NullMarked
package org.branchline.sandbox.botapi;

import org.jspecify.annotations.NullMarked;
