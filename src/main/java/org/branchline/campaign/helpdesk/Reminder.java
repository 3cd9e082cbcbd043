package org.branchline.campaign.helpdesk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.branchline.roster.BranchBook;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is to hear that questions wait.
 *
 * @param day theirs, on which they hear it once
 * @param waiting how many they may answer, at least one
 */
record Reminder(Helper helper, LocalDate day, int waiting) {

    /** A question that waits for longer is brought up again. */
    static final Duration LONG = Duration.ofHours(24);

    private static final LocalTime EARLIEST = LocalTime.of(9, 0);
    private static final LocalTime LATEST = LocalTime.of(20, 0);

    /**
     * A question that waits.
     *
     * @param branch null for one without a branch
     * @param asker the chat of whoever asked it
     */
    record Waiting(@Nullable Long branch, long asker) {}

    /** Whom to tell now: those who may answer some of these, where it is between 9 and 20 o'clock, and who did not ask for quiet. */
    static List<Reminder> due(List<Helper> helpers, List<Waiting> questions, BranchBook book, Instant now) {
        List<Reminder> due = new ArrayList<>();
        for (Helper helper : helpers) {
            ZoneId zone = helper.zone() == null ? ZoneOffset.UTC : helper.zone();
            ZonedDateTime local = now.atZone(zone);
            LocalTime time = local.toLocalTime();
            int waiting = (int) questions.stream()
                    .filter(question -> question.asker() != helper.chat())
                    .filter(question -> helper.answers(question.branch(), book))
                    .count();
            if (waiting > 0 && !helper.quiet(now) && !time.isBefore(EARLIEST) && time.isBefore(LATEST)) {
                due.add(new Reminder(helper, local.toLocalDate(), waiting));
            }
        }
        return due;
    }

    /** The first moment after now at which somebody can be told again who cannot be now; null where nobody is there. */
    static @Nullable Instant next(List<Helper> helpers, Instant now) {
        return helpers.stream()
                .map(helper -> next(helper, now))
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static Instant next(Helper helper, Instant now) {
        boolean quiet = helper.quiet(now);
        Instant from = quiet ? Objects.requireNonNull(helper.quietUntil()) : now;
        ZonedDateTime local = from.atZone(helper.zone() == null ? ZoneOffset.UTC : helper.zone());
        LocalTime time = local.toLocalTime();
        if (quiet && !time.isBefore(EARLIEST) && time.isBefore(LATEST)) {
            return from;
        }
        ZonedDateTime morning = local.with(EARLIEST);
        return (time.isBefore(EARLIEST) ? morning : morning.plusDays(1)).toInstant();
    }
}
