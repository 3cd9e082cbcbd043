package org.branchline.campaign.broadcast;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a broadcast waits for its time, and how long the rest takes.
 *
 * @param why how many wait by reason: {@code HOUR} for their hour, {@code NIGHT} for the morning, {@code TODAY} since they
 *     had a message today; those that are 0 left out
 * @param next when the next of them falls due, null where none waits
 * @param last when the last of them does
 * @param left until those that are due have left, by the pace of the last seconds; null where that is not known
 */
public record Waiting(
        Map<String, Long> why,
        @Nullable Instant next,
        @Nullable Instant last,
        @Nullable Duration left) {

    public static final Waiting NONE = new Waiting(Map.of(), null, null, null);

    public Waiting {
        why = Map.copyOf(why);
    }

    /** How many wait. */
    public long all() {
        return why.values().stream().mapToLong(Long::longValue).sum();
    }
}
