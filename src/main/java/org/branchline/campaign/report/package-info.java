/**
 * The committee's report: what a month came to, branch by branch, as a page and as a PDF for people who are not on the bot.
 * Touches {@code campaign.occurrence}, {@code campaign.broadcast}'s zones, {@code intake} and the rooms below it; other rooms
 * count chapters of their own.
 */
@NullMarked
package org.branchline.campaign.report;

import org.jspecify.annotations.NullMarked;
