/** Finds the time zone of a member by the city they type; uses the JDK and the bundled table of cities only. */
@NullMarked
package org.branchline.roster.city;

import org.jspecify.annotations.NullMarked;
