/** When: local time and its jumps, an hour by everybody's own clock, quiet hours. Pure: touches the JDK only. */
@NullMarked
package org.branchline.calendar;

import org.jspecify.annotations.NullMarked;
