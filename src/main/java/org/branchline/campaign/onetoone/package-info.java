/**
 * {@code /met}: whom members met one to one, for themselves alone: who, when, a note, a day to get back to them, and a goal
 * for the week. Others see counts. Touches {@code campaign.branch}, by which clock a writer lives, and the rooms below
 * {@code campaign}.
 */
@NullMarked
package org.branchline.campaign.onetoone;

import org.jspecify.annotations.NullMarked;
