/** {@code /broadcast}: a message to many composed in the chat, looked at, confirmed and sent. Touches all rooms below. */
@NullMarked
package org.branchline.campaign.broadcast.composing;

import org.jspecify.annotations.NullMarked;
