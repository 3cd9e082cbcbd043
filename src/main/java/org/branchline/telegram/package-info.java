/**
 * The only place that knows Telegram: tokens, requests to the Bot API, buttons, updates in. Touches {@code
 * conversation}, {@code database}, {@code roster}, {@code delivery} and {@code intake}.
 */
@NullMarked
package org.branchline.telegram;

import org.jspecify.annotations.NullMarked;
