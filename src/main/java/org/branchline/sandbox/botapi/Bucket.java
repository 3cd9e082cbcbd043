package org.branchline.sandbox.botapi;

/** A bucket of tokens that fills with time. Times are milliseconds since 1970. */
final class Bucket {

    private double tokens;
    private long seen;

    Bucket(double capacity, long now) {
        tokens = capacity;
        seen = now;
    }

    /** Milliseconds until a token is there, 0 when one is there now. */
    long waitMillis(double perSecond, double capacity, long now) {
        tokens = Math.min(capacity, tokens + Math.max(0, now - seen) * perSecond / 1000);
        seen = Math.max(seen, now);
        return tokens >= 1 ? 0 : (long) Math.ceil((1 - tokens) / perSecond * 1000);
    }

    void take() {
        tokens--;
    }

    long idleFor(long now) {
        return now - seen;
    }
}
