/** What people put into their own calendars: files of RFC 5545. Touches {@code conversation} alone. */
@NullMarked
package org.branchline.campaign.diary;

import org.jspecify.annotations.NullMarked;
