/**
 * Whoever looks after a branch asks those of it once more who have not answered a deadline. Touches {@code campaign.branch},
 * {@code campaign.broadcast}, {@code campaign.deadline} itself and the rooms below them.
 */
@NullMarked
package org.branchline.campaign.deadline.nudging;

import org.jspecify.annotations.NullMarked;
