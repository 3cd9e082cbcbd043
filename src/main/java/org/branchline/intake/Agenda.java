package org.branchline.intake;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands at some moment by the clock that people see.
 *
 * @param left how much of what fell due by then is still to be done
 * @param next the first moment after it at which something more falls due, null where nothing does
 */
public record Agenda(long left, @Nullable Instant next) {

    public static final Agenda EMPTY = new Agenda(0, null);

    public Agenda {
        if (left < 0) {
            throw new IllegalArgumentException("Nothing can be less than done: " + left);
        }
    }

    /** Both together. */
    public Agenda and(Agenda other) {
        Instant first = Stream.of(this, other)
                .map(Agenda::next)
                .filter(moment -> moment != null)
                .min(Instant::compareTo)
                .orElse(null);
        return new Agenda(left + other.left, first);
    }
}
