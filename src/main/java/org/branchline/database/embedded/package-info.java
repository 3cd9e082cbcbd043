/**
 * The Postgres in {@code DATA_DIR}: its programs, folder, passwords and postmaster. Touches {@code database} itself
 * only.
 */
@NullMarked
package org.branchline.database.embedded;

import org.jspecify.annotations.NullMarked;
