/**
 * What the engine's effects leave behind: answers kept, left on the member, taken out of effect, and what is said.
 * Touches {@code intake} itself, {@code conversation}, {@code playbooks} and {@code database}.
 */
@NullMarked
package org.branchline.intake.answering;

import org.jspecify.annotations.NullMarked;
