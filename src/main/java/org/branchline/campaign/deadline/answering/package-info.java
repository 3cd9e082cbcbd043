/**
 * What members say to a deadline: Done, Can't with a reason for their captain, Remind me later, Help; {@code /tasks} lists
 * what is open for them. Touches {@code campaign.deadline}, audiences, the help desk and the rooms below {@code campaign}.
 */
@NullMarked
package org.branchline.campaign.deadline.answering;

import org.jspecify.annotations.NullMarked;
