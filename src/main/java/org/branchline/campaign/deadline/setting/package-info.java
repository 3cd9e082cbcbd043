/**
 * {@code /deadline}: sets a deadline, moves it, calls it off, and shows how it goes. Touches {@code campaign.deadline} and how it is handed to a branch, how
 * broadcasts are composed, and the rooms below {@code campaign}.
 */
@NullMarked
package org.branchline.campaign.deadline.setting;

import org.jspecify.annotations.NullMarked;
