/** Whom a message is for: criteria, the one query behind preview, count, send and export, and people found by what they can do. */
@NullMarked
package org.branchline.campaign.audience;

import org.jspecify.annotations.NullMarked;
