/**
 * {@code /event}: what is planned in the next two weeks, and making another event in a few answers. Touches {@code
 * campaign.event}, {@code campaign.repeating}, composing's choice of people, playbooks' titles, and the rooms below {@code
 * campaign}.
 */
@NullMarked
package org.branchline.campaign.event.making;

import org.jspecify.annotations.NullMarked;
