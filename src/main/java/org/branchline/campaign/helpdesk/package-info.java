/**
 * What members ask a person: offered, passed on, answered by a reply, listed until it is. Touches
 * {@code campaign.branch}, {@code conversation}, {@code database}, {@code roster}, {@code delivery} and {@code intake}.
 */
@NullMarked
package org.branchline.campaign.helpdesk;

import org.jspecify.annotations.NullMarked;
