/**
 * Signing up for shifts: {@code /shifts} offers the next ones, two presses sign up, a full one has a waiting list, and what
 * follows is told. Touches {@code campaign.event}, {@code campaign.diary} and the rooms below {@code campaign}.
 */
@NullMarked
package org.branchline.campaign.event.signing;

import org.jspecify.annotations.NullMarked;
