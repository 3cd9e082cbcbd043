package org.branchline.bench;

import java.time.Instant;
import java.util.Arrays;

/** What was counted between two moments. Latencies in microseconds. */
final class Tally {

    private final long startedAt = System.nanoTime();
    private int[] latencies = new int[1 << 16];
    private int samples;
    private long endedAt;
    long turns;
    long requests;
    long messages;
    long refused;
    long tooMany;
    long firstMessageAt;
    long lastMessageAt;
    Instant firstMessage = Instant.MAX;

    void latency(long nanos) {
        if (samples == latencies.length) {
            latencies = Arrays.copyOf(latencies, 2 * samples);
        }
        latencies[samples++] = (int) (nanos / 1_000);
    }

    void end() {
        endedAt = System.nanoTime();
    }

    double seconds() {
        return (endedAt - startedAt) / 1e9;
    }

    /** In milliseconds. */
    double percentile(double share) {
        if (samples == 0) {
            return 0;
        }
        int[] sorted = Arrays.copyOf(latencies, samples);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(samples - 1L, (long) (share * samples))] / 1e3;
    }

    void message(long now) {
        messages++;
        if (firstMessageAt == 0) {
            firstMessageAt = now;
            firstMessage = Instant.now();
        }
        lastMessageAt = now;
    }
}
