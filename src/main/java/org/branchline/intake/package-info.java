/**
 * What comes in: one update, one turn, one transaction; the ports {@link org.branchline.intake.EffectHandler}, {@link
 * org.branchline.intake.Command}. Touches {@code conversation}, {@code calendar}, {@code database}, {@code roster},
 * {@code playbooks} and {@code delivery}.
 */
@NullMarked
package org.branchline.intake;

import org.jspecify.annotations.NullMarked;
