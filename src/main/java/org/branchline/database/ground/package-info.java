/** What happens before the service starts: a Postgres found or started, its roles checked, its migrations run. */
@NullMarked
package org.branchline.database.ground;

import org.jspecify.annotations.NullMarked;
