/**
 * How a person comes in: {@code /start}, and what joining's questions change. Touches {@code intake} itself and what
 * is a person's {@code own}, {@code conversation}, {@code roster}, {@code delivery} and {@code database}.
 */
@NullMarked
package org.branchline.intake.joining;

import org.jspecify.annotations.NullMarked;
