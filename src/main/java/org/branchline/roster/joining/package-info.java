/**
 * How somebody becomes a member, and the first coordinator a coordinator. Touches {@code database} and the rest of {@code
 * roster}.
 */
@NullMarked
package org.branchline.roster.joining;

import org.jspecify.annotations.NullMarked;
