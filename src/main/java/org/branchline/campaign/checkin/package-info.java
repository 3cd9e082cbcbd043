/**
 * Check-ins: prompts with a ladder. Who is asked less often, the nudge, the buddy, the coordinators' card, and what a captain
 * gets in return. Touches {@code campaign.audience},
 * {@code campaign.branch}, {@code campaign.prompt}, {@code campaign.broadcast}, {@code campaign.helpdesk},
 * {@code campaign.report}, {@code intake} and the rooms below it.
 */
@NullMarked
package org.branchline.campaign.checkin;

import org.jspecify.annotations.NullMarked;
