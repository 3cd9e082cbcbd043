/**
 * A branch is asked to take a deadline on: its captain accepts, declines with a word, or passes parts of it on to members.
 * Touches {@code campaign.deadline} itself, audiences, broadcasts and how they are composed, the help desk and the rooms below
 * {@code campaign}.
 */
@NullMarked
package org.branchline.campaign.deadline.handing;

import org.jspecify.annotations.NullMarked;
