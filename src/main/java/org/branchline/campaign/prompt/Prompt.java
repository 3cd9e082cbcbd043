package org.branchline.campaign.prompt;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.branchline.calendar.Due;
import org.branchline.calendar.Recurrence;
import org.branchline.roster.Bot;

/**
 * A prompt as it is stored.
 *
 * @param skipped occurrences that somebody took out
 */
public record Prompt(long id, Bot bot, Wanted wanted, Set<LocalDateTime> skipped, State state) {

    public Prompt {
        skipped = Set.copyOf(skipped);
    }

    /** Whether it asks. */
    public enum State {
        GOING,
        PAUSED,
        ENDED
    }

    public Recurrence rule() {
        return wanted.rule();
    }

    /** The occurrences that are not over everywhere, in order, those that were taken out aside. */
    public Stream<LocalDateTime> ahead(Instant now) {
        return Foreseen.ahead(rule(), now).filter(occurrence -> !skipped.contains(occurrence));
    }

    /** The occurrences that began somewhere on earth in the days before, the newest first. */
    public Stream<LocalDateTime> behind(Instant now, int days) {
        LocalDateTime from =
                LocalDateTime.ofInstant(now, java.time.ZoneOffset.UTC).minusDays(days);
        TreeSet<LocalDateTime> found = new TreeSet<>();
        rule().after(from)
                .takeWhile(occurrence -> !Due.earliest(occurrence).isAfter(now))
                .filter(occurrence -> !skipped.contains(occurrence))
                .forEach(found::add);
        return found.descendingSet().stream();
    }
}
