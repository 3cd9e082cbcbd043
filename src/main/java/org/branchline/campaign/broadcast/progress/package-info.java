/** How far a broadcast is, in one message of a coordinator's chat that changes, and the buttons that steer it. */
@NullMarked
package org.branchline.campaign.broadcast.progress;

import org.jspecify.annotations.NullMarked;
