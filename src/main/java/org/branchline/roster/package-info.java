/**
 * Who: organisations, bots, branches, members, roles, consent, join links and the one decision about access. Touches
 * {@code calendar} and {@code database}.
 */
@NullMarked
package org.branchline.roster;

import org.jspecify.annotations.NullMarked;
