package org.branchline.sandbox.botapi;

/**
 * Telegram's limits for new messages; each can be changed while running, 0 switches it off.
 *
 * @param perBot messages a second per bot; Telegram: about 30
 * @param perChat messages a second per chat, after a burst of 3; Telegram: about 1
 * @param perGroup messages in any minute per group; Telegram: 20
 */
public record Limits(double perBot, double perChat, double perGroup) {

    public static final Limits TELEGRAM = new Limits(30, 1, 20);

    public Limits {
        if (!(perBot >= 0 && perChat >= 0 && perGroup >= 0)) {
            throw new IllegalArgumentException("a limit must be 0 or more");
        }
    }
}
