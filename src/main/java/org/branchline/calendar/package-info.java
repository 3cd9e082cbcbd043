/**
 * When: recurrence, ladders of reminders, what is too late, local time and its jumps, quiet hours. Pure: touches the JDK
 * and lib-recur only.
 */
@NullMarked
package org.branchline.calendar;

import org.jspecify.annotations.NullMarked;
