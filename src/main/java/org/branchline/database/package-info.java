/**
 * The ground: settings, transactions that carry the organisation, leases, the clock, encryption of columns, the
 * append-only audit. Touches no other room.
 */
@NullMarked
package org.branchline.database;

import org.jspecify.annotations.NullMarked;
