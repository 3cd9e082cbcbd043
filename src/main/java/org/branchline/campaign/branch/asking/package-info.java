/**
 * What a captain asks a member of the branch: to step in as buddy, or to take the branch over. Touches {@code
 * campaign.audience}, {@code campaign.branch}, {@code campaign.branch.appointing}, {@code intake} and the rooms below them.
 */
@NullMarked
package org.branchline.campaign.branch.asking;

import org.jspecify.annotations.NullMarked;
