/**
 * A Telegram Bot API server over HTTP with a chat page and controls for drills; touches no other room and is reached
 * only by its URL. What the controls offer is listed in {@link org.branchline.sandbox.control}.
 */
@NullMarked
package org.branchline.sandbox;

import org.jspecify.annotations.NullMarked;
