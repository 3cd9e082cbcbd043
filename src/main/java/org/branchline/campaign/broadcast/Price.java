package org.branchline.campaign.broadcast;

import java.time.Duration;

/**
 * What it takes to send to so many, for free and paid for. Telegram: paid messages go at up to 1,000 a second, and each
 * beyond the free rate takes 0.1 Telegram Stars; a bot needs 10,000 Stars and 100,000 users a month for it.
 *
 * @param members who get it
 * @param freeRate messages a second that cost nothing; 0: no limit
 * @param paidRate messages a second that are paid for; 0: no limit
 */
public record Price(int members, double freeRate, double paidRate) {

    /** Whoever waits no longer than this needs not pay. */
    private static final Duration SOON = Duration.ofMinutes(5);

    private static final int MESSAGES_A_STAR = 10;

    /** The most it can cost, in Telegram Stars: what the free rate lets through meanwhile is less. */
    public int stars() {
        return (members + MESSAGES_A_STAR - 1) / MESSAGES_A_STAR;
    }

    /** How long it takes for free. */
    public Duration free() {
        return at(freeRate);
    }

    /** How long it takes where it is paid for. */
    public Duration paid() {
        return at(paidRate);
    }

    /** Whether it takes so long for free that somebody may want to pay. */
    public boolean worthwhile() {
        return free().compareTo(SOON) > 0 && paid().compareTo(free()) < 0;
    }

    private Duration at(double rate) {
        return rate == 0 ? Duration.ZERO : Duration.ofSeconds((long) Math.ceil(members / rate));
    }
}
