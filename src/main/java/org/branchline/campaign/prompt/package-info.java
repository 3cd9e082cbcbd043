/**
 * Prompts: playbooks put to an audience on a calendar. Touches {@code campaign.broadcast} and its {@code composing}, {@code
 * campaign.occurrence}, {@code campaign.audience}, {@code campaign.repeating}, {@code campaign.result}, {@code intake} and the
 * rooms below it.
 */
@NullMarked
package org.branchline.campaign.prompt;

import org.jspecify.annotations.NullMarked;
