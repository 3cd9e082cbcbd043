/**
 * Meetings: what people put on the agenda before, and what was decided and is to be done after, which goes to all who had a
 * place as the minutes. A task is a deadline of whoever takes it on. Touches {@code campaign.event}, {@code
 * campaign.deadline} and the rooms below {@code campaign}.
 */
@NullMarked
package org.branchline.campaign.event.meeting;

import org.jspecify.annotations.NullMarked;
