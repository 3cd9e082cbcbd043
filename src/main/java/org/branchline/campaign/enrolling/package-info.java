/** Members that a list brings in: each line checked, all of them staged, then taken over or none. Touches all rooms below. */
@NullMarked
package org.branchline.campaign.enrolling;

import org.jspecify.annotations.NullMarked;
