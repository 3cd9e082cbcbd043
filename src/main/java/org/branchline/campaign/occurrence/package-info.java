/**
 * What falls due by everybody's own clock: stored ahead, a row for each zone, and handed to whoever knows what it means.
 * Touches {@code intake} and the rooms below it.
 */
@NullMarked
package org.branchline.campaign.occurrence;

import org.jspecify.annotations.NullMarked;
