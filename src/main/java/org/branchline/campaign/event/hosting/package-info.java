/**
 * Seeing to shifts: {@code /host} shows who comes in a card that edits itself; people without a chat are added, shifts are
 * moved and called off, and afterwards it is noted who came. Touches {@code campaign.event}, its {@code calling}, of {@code
 * campaign} audiences and broadcasts, and the rooms below it.
 */
@NullMarked
package org.branchline.campaign.event.hosting;

import org.jspecify.annotations.NullMarked;
