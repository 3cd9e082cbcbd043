/**
 * What a person can ask about themselves: their details, how often they hear from us, whom to turn to. Touches {@code
 * intake} itself, {@code conversation}, {@code playbooks}, {@code roster} and {@code database}.
 */
@NullMarked
package org.branchline.intake.own;

import org.jspecify.annotations.NullMarked;
