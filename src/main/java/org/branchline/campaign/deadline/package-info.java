/**
 * Deadlines: what people are asked to do by when, and the rungs of the ladder by which they hear of it. Touches {@code
 * conversation}, {@code calendar}, {@code database}, {@code roster}, {@code delivery}, {@code intake}, and of {@code
 * campaign} audiences, branches, broadcasts, occurrences and the report.
 */
@NullMarked
package org.branchline.campaign.deadline;

import org.jspecify.annotations.NullMarked;
