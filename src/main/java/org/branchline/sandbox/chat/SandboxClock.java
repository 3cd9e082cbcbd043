package org.branchline.sandbox.chat;

import java.time.Duration;
import java.time.Instant;
import org.branchline.sandbox.updates.Ticker;

/** What people see as the time: real time plus an offset that only grows. */
public final class SandboxClock {

    private final Ticker ticker;
    private Duration offset = Duration.ZERO;

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

    void set(Duration next) {
        offset = next;
    }
}
