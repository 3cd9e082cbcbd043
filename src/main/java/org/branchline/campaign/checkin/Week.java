package org.branchline.campaign.checkin;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.branchline.calendar.Due;
import org.branchline.campaign.prompt.Prompt;
import org.jspecify.annotations.Nullable;

/**
 * Between which two occurrences somebody is.
 *
 * @param last the newest that fell due where they live, null before the first
 * @param next the one after it, null after the last
 */
record Week(@Nullable LocalDateTime last, @Nullable LocalDateTime next, ZoneId zone, Instant now) {

    /** An occurrence that is older is nobody's week any more. */
    private static final int DAYS = 40;

    static Week of(Prompt prompt, ZoneId zone, Instant now) {
        return new Week(
                prompt.behind(now, DAYS)
                        .filter(occurrence -> !due(occurrence, zone).isAfter(now))
                        .findFirst()
                        .orElse(null),
                prompt.ahead(now)
                        .filter(occurrence -> due(occurrence, zone).isAfter(now))
                        .findFirst()
                        .orElse(null),
                zone,
                now);
    }

    private static Instant due(LocalDateTime occurrence, ZoneId zone) {
        return Due.of(occurrence, zone).at();
    }

    /**
     * Which one is meant by whoever wants to answer by themselves: late for the last until they answered it, early for the next
     * once that is nearer.
     *
     * @param asked whether they were asked the last
     * @param done whether they answered it
     * @return empty where they answered the last and the next is far
     */
    Optional<LocalDateTime> meant(boolean asked, boolean done) {
        if (last == null) {
            return Optional.ofNullable(next);
        }
        if (asked && !done) {
            return Optional.of(last);
        }
        if (next != null && !now.isBefore(middle(last, next))) {
            return Optional.of(next);
        }
        return done ? Optional.empty() : Optional.of(last);
    }

    private Instant middle(LocalDateTime before, LocalDateTime after) {
        Instant from = due(before, zone);
        return from.plus(Duration.between(from, due(after, zone)).dividedBy(2));
    }
}
