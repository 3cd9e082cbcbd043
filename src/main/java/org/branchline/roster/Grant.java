package org.branchline.roster;

import org.jspecify.annotations.Nullable;

/**
 * A role somebody holds.
 *
 * @param branch where, with all below it; null for the whole organisation
 */
public record Grant(Role role, @Nullable Long branch) {}
