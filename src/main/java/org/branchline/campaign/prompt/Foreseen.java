package org.branchline.campaign.prompt;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.branchline.calendar.Due;
import org.branchline.calendar.QuietHours;
import org.branchline.calendar.Recurrence;
import org.branchline.campaign.audience.Counted;
import org.branchline.campaign.broadcast.Schedule;

/**
 * What an occurrence would be: the dry run of a prompt.
 *
 * @param people whom it would ask by now
 * @param zones in how many zones they live
 * @param first when it falls due for the first of them, last for the last; quiet hours are waited for
 * @param finished when the last message left
 * @param tooLate how many would not be asked, since their night is longer than the prompt may be late
 */
public record Foreseen(
        LocalDateTime occurrence, int people, int zones, Instant first, Instant last, Instant finished, int tooLate) {

    /** How many a coordinator sees. */
    public static final int SHOWN = 10;

    private static final ZoneOffset LAST_ZONE = ZoneOffset.ofHours(-12);

    /** The occurrences that are not over everywhere, in order. */
    static Stream<LocalDateTime> ahead(Recurrence rule, Instant now) {
        return rule.after(LocalDateTime.ofInstant(now, LAST_ZONE));
    }

    /**
     * The next ones, at most {@link #SHOWN}.
     *
     * @param rate messages a second, 0 for as fast as can be
     */
    public static List<Foreseen> of(Wanted wanted, Counted counted, QuietHours quiet, Instant now, double rate) {
        return ahead(wanted.rule(), now)
                .limit(2L * SHOWN)
                .flatMap(occurrence -> one(occurrence, wanted, counted, quiet, now, rate).stream())
                .limit(SHOWN)
                .toList();
    }

    private static Optional<Foreseen> one(
            LocalDateTime occurrence, Wanted wanted, Counted counted, QuietHours quiet, Instant now, double rate) {
        List<Instant> moments = new ArrayList<>();
        int people = 0;
        int zones = 0;
        int tooLate = 0;
        for (Counted.InZone in : counted.zones()) {
            ZoneId zone = in.zone() == null ? Schedule.UNKNOWN : ZoneId.of(in.zone());
            Instant due = Due.of(occurrence, zone).at();
            Instant goes = quiet.end(due, zone);
            if (due.isBefore(now)) {
                continue;
            }
            if (Duration.between(due, goes).compareTo(wanted.late()) > 0) {
                tooLate += in.members();
                continue;
            }
            people += in.members();
            zones++;
            moments.add(goes);
        }
        if (zones == 0 && tooLate == 0 && !counted.zones().isEmpty()) {
            return Optional.empty();
        }
        Instant none = Due.of(occurrence, Schedule.UNKNOWN).at();
        Instant first = moments.stream().min(Instant::compareTo).orElse(none);
        Instant last = moments.stream().max(Instant::compareTo).orElse(none);
        Instant finished = rate == 0 ? last : last.plusSeconds((long) Math.ceil(people / rate));
        return Optional.of(new Foreseen(occurrence, people, zones, first, last, finished, tooLate));
    }
}
