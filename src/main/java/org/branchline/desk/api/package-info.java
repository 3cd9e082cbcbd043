/** The API for machines: requests read, the rooms below asked, problems told as RFC 9457. */
@NullMarked
package org.branchline.desk.api;

import org.jspecify.annotations.NullMarked;
