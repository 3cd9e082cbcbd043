/**
 * Runs that wait for their time, the buttons under them, and what is offered to newcomers. Touches {@code intake}
 * itself, {@code conversation}, {@code playbooks}, {@code roster}, {@code delivery} and {@code database}.
 */
@NullMarked
package org.branchline.intake.waiting;

import org.jspecify.annotations.NullMarked;
