/** How a person comes in: {@code /start}, and what joining's questions change. */
@NullMarked
package org.branchline.intake.joining;

import org.jspecify.annotations.NullMarked;
