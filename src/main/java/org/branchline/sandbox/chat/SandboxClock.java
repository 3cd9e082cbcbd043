package org.branchline.sandbox.chat;

import java.time.Duration;
import java.time.Instant;
import org.branchline.sandbox.updates.Ticker;

/**
 * What people see as the time: real time plus an offset that only grows. Where it is to be moved far, the offset grows to
 * its target step by step.
 */
public final class SandboxClock {

    private final Ticker ticker;
    private Duration offset = Duration.ZERO;
    private Duration target = Duration.ZERO;

    SandboxClock(Ticker ticker) {
        this.ticker = ticker;
    }

    public Instant now() {
        return Instant.ofEpochMilli(ticker.millis()).plus(offset);
    }

    public long seconds() {
        return now().getEpochSecond();
    }

    public Duration offset() {
        return offset;
    }

    /** Where the offset is going to, or is. */
    public Duration target() {
        return target;
    }

    /** How far it still has to go. */
    public Duration rest() {
        return target.minus(offset);
    }

    public boolean moving() {
        return offset.compareTo(target) < 0;
    }

    void set(Duration nextOffset, Duration nextTarget) {
        offset = nextOffset;
        target = nextTarget;
    }
}
