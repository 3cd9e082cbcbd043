package org.branchline.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How late something may go that should have gone while the service was down.
 *
 * @param most from nothing to 7 days; exactly so late still goes
 */
public record Late(Duration most) {

    private static final Duration LATEST = Duration.ofDays(7);

    public Late {
        if (most.isNegative() || most.compareTo(LATEST) > 0) {
            throw new IllegalArgumentException("Not from nothing to " + LATEST + ": " + most);
        }
    }

    /** What to do with one thing. */
    public enum Verdict {
        SEND,
        /** It does not go, and that is reported. */
        SKIP
    }

    /**
     * What to do with several.
     *
     * @param send at most one a zone, in the order they fell due
     * @param skipped to be reported, in the order they fell due
     */
    public record CaughtUp(List<Due> send, List<Due> skipped) {
        public CaughtUp {
            send = List.copyOf(send);
            skipped = List.copyOf(skipped);
        }
    }

    /**
     * Whether one still goes.
     *
     * @param now not before it is due
     */
    public Verdict of(Instant due, Instant now) {
        if (now.isBefore(due)) {
            throw new IllegalArgumentException("Not due before " + due + ": " + now);
        }
        return Duration.between(due, now).compareTo(most) > 0 ? Verdict.SKIP : Verdict.SEND;
    }

    /**
     * Of the occurrences of one schedule that are due and were not sent, the newest in each zone where that is not too
     * late; never a flood.
     *
     * @param now before none of them is due
     */
    public CaughtUp newest(Collection<Due> missed, Instant now) {
        List<Due> inOrder = missed.stream().distinct().sorted(Due.IN_ORDER).toList();
        Map<ZoneId, Due> newest = new HashMap<>();
        inOrder.forEach(due -> newest.put(due.zone(), due));
        List<Due> send = new ArrayList<>();
        List<Due> skipped = new ArrayList<>();
        for (Due due : inOrder) {
            boolean goes = of(due.at(), now) == Verdict.SEND && due.equals(newest.get(due.zone()));
            (goes ? send : skipped).add(due);
        }
        return new CaughtUp(send, skipped);
    }
}
