/** Finding people by what they can do, in which language and when; those who want to be asked first are asked first. */
@NullMarked
package org.branchline.campaign.finding;

import org.jspecify.annotations.NullMarked;
