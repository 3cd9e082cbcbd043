/**
 * Phone banks, meetings, trainings and actions: what they are, their shifts, and who has a place or waits for one. Touches
 * {@code conversation}, {@code calendar}, {@code database}, {@code roster}, {@code delivery}, {@code intake}, and of {@code
 * campaign} audiences and broadcasts.
 */
@NullMarked
package org.branchline.campaign.event;

import org.jspecify.annotations.NullMarked;
