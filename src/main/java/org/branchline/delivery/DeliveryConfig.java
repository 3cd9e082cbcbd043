package org.branchline.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How fast messages leave. */
@ConfigMapping(prefix = "branchline.delivery")
public interface DeliveryConfig {

    /** New messages a second per bot; 0 switches the pacing off. Telegram: about 30. */
    @WithDefault("${SEND_RATE:30}")
    double sendRate();

    /** New messages a second per chat, with a burst of 3; 0 switches the pacing off. Telegram: about 1. */
    @WithDefault("${CHAT_RATE:1}")
    double chatRate();

    /** Paid messages a second per bot; 0 switches the pacing off. Telegram: up to 1,000. */
    @WithDefault("1000")
    double paidRate();

    /** For how many milliseconds what became of messages is gathered before it is written, at least 1. */
    @WithDefault("20")
    long markMillis();

    /** New messages a minute to one group; 0, with the pacing of chats, for no limit. Telegram: 20. */
    default int groupMinute() {
        return chatRate() == 0 ? 0 : 20;
    }

    /** How many rows of a bot may be under way at once: design.md, max(8, SEND_RATE x 0.15 s). */
    default int underWay() {
        return underWay(sendRate());
    }

    /** The same of those that are paid for. */
    default int paidUnderWay() {
        return underWay(paidRate());
    }

    private static int underWay(double rate) {
        return rate == 0 ? 1_000 : (int) Math.max(8, rate * 0.15);
    }
}
