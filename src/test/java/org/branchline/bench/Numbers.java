package org.branchline.bench;

import java.util.concurrent.atomic.AtomicLong;

/** Numbers of updates, messages and presses, each used once. */
final class Numbers {

    private static final AtomicLong LAST = new AtomicLong(1_000);

    private Numbers() {}

    static long next() {
        return LAST.incrementAndGet();
    }
}
