package org.branchline.sandbox.updates;

import java.util.random.RandomGenerator;

/** When a webhook that failed is tried again; Telegram: attempts at 0, 0, 2, 6, 14, 30, 62, 126 s, then every 60-120 s. */
public final class RetrySchedule {

    private static final int DOUBLING_FAILURES = 7;

    private final RandomGenerator random;

    public RetrySchedule(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Milliseconds to wait after so many failures.
     *
     * @param failures from 1
     */
    public long delayMillis(int failures) {
        if (failures <= 1) {
            return 0;
        }
        if (failures <= DOUBLING_FAILURES) {
            return 1000L << (failures - 1);
        }
        return random.nextLong(60_000, 120_001);
    }
}
