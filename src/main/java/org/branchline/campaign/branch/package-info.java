/**
 * A branch as whoever looks after it sees it: its card, and who has been quiet. Touches {@code campaign.audience},
 * {@code intake} and the rooms below it; other rooms put lines of their own on the card, and on the
 * coordinators' weekly one.
 */
@NullMarked
package org.branchline.campaign.branch;

import org.jspecify.annotations.NullMarked;
