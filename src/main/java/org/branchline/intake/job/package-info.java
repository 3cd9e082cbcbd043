/**
 * What intake does by itself, again and again: jobs after a commit, open questions after an outage, runs that fall
 * due, parked updates. Touches {@code intake}, its {@code door} and its {@code waiting} runs, {@code conversation},
 * {@code roster}, {@code delivery} and {@code database}.
 */
@NullMarked
package org.branchline.intake.job;

import org.jspecify.annotations.NullMarked;
