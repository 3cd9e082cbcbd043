/**
 * How an update is followed through the rooms, where an operator gave an address for it. The only place that knows
 * OpenTelemetry; touches {@code database}.
 */
@NullMarked
package org.branchline.database.trace;

import org.jspecify.annotations.NullMarked;
