/**
 * Who looks after a branch: coordinators find a captain by link, or take the role away; who was made one may decline. Touches
 * {@code intake}, {@code roster}, {@code delivery} and the rooms below them.
 */
@NullMarked
package org.branchline.campaign.branch.appointing;

import org.jspecify.annotations.NullMarked;
