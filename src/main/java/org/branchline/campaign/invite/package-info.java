/**
 * How those who run a campaign bring people in: join links, their pictures and texts. Touches {@code intake}, {@code
 * roster}, {@code conversation} and {@code database}.
 */
@NullMarked
package org.branchline.campaign.invite;

import org.jspecify.annotations.NullMarked;
