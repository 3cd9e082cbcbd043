/**
 * How updates come in: each is taken to its end, held off in a flood, parked where handling it fails, or put aside
 * for good. Touches {@code intake} itself, {@code roster} and {@code database}.
 */
@NullMarked
package org.branchline.intake.door;

import org.jspecify.annotations.NullMarked;
