package org.branchline.calendar;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What follows an occurrence that nobody answers, written {@code +1d 18:00, +2d 18:00, +3d}: a nudge, the buddy, a card.
 *
 * @param rungs from 1 to 10, the earliest first, at most one a day
 */
public record LadderAfter(List<Rung> rungs) {

    private static final Pattern DAYS = Pattern.compile("\\+(\\d{1,3})d(?: (\\d{2}:\\d{2}))?");

    public LadderAfter {
        rungs = List.copyOf(rungs);
        if (rungs.isEmpty()
                || rungs.size() > WrittenRungs.MOST
                || !WrittenRungs.rises(rungs.stream().map(Rung::days).toList())) {
            throw new IllegalArgumentException("Not 1 to 10 rungs, the earliest first: " + rungs);
        }
    }

    /**
     * Some days after.
     *
     * @param days from 1 to 365
     * @param at the local hour; null for that of the occurrence
     */
    public record Rung(int days, @Nullable LocalTime at) {
        public Rung {
            if (days < 1 || days > WrittenRungs.FURTHEST) {
                throw new IllegalArgumentException("Not from 1 to " + WrittenRungs.FURTHEST + ": " + days);
            }
        }

        LocalDateTime after(LocalDateTime occurrence) {
            LocalDateTime then = occurrence.plusDays(days);
            return at == null ? then : then.with(at);
        }

        @Override
        public String toString() {
            return "+" + days + "d" + (at == null ? "" : " " + at);
        }
    }

    /** Reads it as a coordinator writes it. */
    public static Reading<LadderAfter> read(String written) {
        String right = "days after it from +1d to +365d, with an hour where you like, as in +1d or +1d 18:00";
        return WrittenRungs.read(written, LadderAfter::one, right, Rung::days)
                .of(rungs -> new Reading.Read<>(new LadderAfter(rungs)), Reading.Refused::new);
    }

    private static Optional<Rung> one(String rung) {
        return WrittenRungs.days(DAYS, rung, (days, at) -> new Rung(days, at.orElse(null)));
    }

    /** When each rung is, by the clock that showed the occurrence; quiet hours are for whoever sends to mind. */
    public List<LocalDateTime> after(LocalDateTime occurrence) {
        return rungs.stream().map(rung -> rung.after(occurrence)).toList();
    }

    /** As {@link #read} reads it. */
    @Override
    public String toString() {
        return rungs.stream().map(Rung::toString).collect(Collectors.joining(", "));
    }
}
