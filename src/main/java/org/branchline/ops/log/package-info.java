/** How a line of the log looks: key=value, one record a line, nothing that a person wrote. Reads {@code intake}'s causes. */
@NullMarked
package org.branchline.ops.log;

import org.jspecify.annotations.NullMarked;
