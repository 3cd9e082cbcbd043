/**
 * What happens before the service starts: a Postgres found or started, its roles checked, its migrations run. Touches
 * the rest of {@code database} only.
 */
@NullMarked
package org.branchline.database.ground;

import org.jspecify.annotations.NullMarked;
