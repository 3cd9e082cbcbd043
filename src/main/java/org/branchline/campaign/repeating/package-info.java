/**
 * When things come again and again: as people type it, and in plain words. Touches {@code conversation}, {@code calendar} and
 * {@code intake}.
 */
@NullMarked
package org.branchline.campaign.repeating;

import org.jspecify.annotations.NullMarked;
