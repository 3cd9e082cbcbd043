/** What is kept of a person, a section each, by the room that keeps it. Touches all rooms below {@code privacy}. */
@NullMarked
package org.branchline.privacy.kept;

import org.jspecify.annotations.NullMarked;
