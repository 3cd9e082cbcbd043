/** The Postgres in {@code DATA_DIR}: its programs, folder, passwords and postmaster. */
@NullMarked
package org.branchline.database.embedded;

import org.jspecify.annotations.NullMarked;
