/** How those who run a campaign bring people in: join links, their pictures and texts. */
@NullMarked
package org.branchline.campaign.invite;

import org.jspecify.annotations.NullMarked;
