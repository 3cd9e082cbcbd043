/**
 * Asking for more people where a shift is thin: those who are free then, awake now and were not asked this week, until it is
 * full. Touches {@code campaign.event}, audiences, broadcasts and the rooms below {@code campaign}.
 */
@NullMarked
package org.branchline.campaign.event.asking;

import org.jspecify.annotations.NullMarked;
