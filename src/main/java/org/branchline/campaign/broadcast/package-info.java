/** One message of a coordinator to many members: composed, held, let into the queue, counted. Touches all rooms below. */
@NullMarked
package org.branchline.campaign.broadcast;

import org.jspecify.annotations.NullMarked;
