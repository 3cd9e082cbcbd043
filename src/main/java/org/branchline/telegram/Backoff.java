package org.branchline.telegram;

import java.time.Duration;

/** How long to wait after each failure in a row: 1 s, twice as long each time, 30 s at most. */
public final class Backoff {

    private static final int LONGEST_SECONDS = 30;

    private int seconds;

    public Duration next() {
        seconds = seconds == 0 ? 1 : Math.min(2 * seconds, LONGEST_SECONDS);
        return Duration.ofSeconds(seconds);
    }

    /** Whether the last try failed. */
    public boolean failing() {
        return seconds > 0;
    }

    public void succeeded() {
        seconds = 0;
    }
}
