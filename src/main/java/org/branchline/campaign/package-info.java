/** What coordinators run, a room each. Touches all rooms below it. */
@NullMarked
package org.branchline.campaign;

import org.jspecify.annotations.NullMarked;
