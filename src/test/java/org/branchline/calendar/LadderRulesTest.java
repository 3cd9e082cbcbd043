package org.branchline.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.branchline.calendar.LadderBefore.Rung;
import org.branchline.calendar.LadderBefore.Step;

class LadderRulesTest {

    private static final int MINUTES = 21 * 365 * 24 * 60;

    @Property(tries = 15)
    void everywhere_rungs_keep_out_of_quiet_hours_and_before_the_deadline(
            @ForAll("ladders") String written,
            @ForAll @IntRange(max = MINUTES) int minute,
            @ForAll @IntRange(max = 9 * 24 * 60) int ahead,
            @ForAll("quiet") String hours,
            @ForAll boolean day) {
        // Given
        LadderBefore ladder = ladder(written);
        Instant made = Zones.FROM.plus(Duration.ofMinutes(minute));
        Instant moment = made.plus(Duration.ofMinutes(ahead));
        Deadline deadline =
                day ? new Deadline.EndOf(LocalDate.ofInstant(moment, ZoneOffset.UTC)) : new Deadline.Moment(moment);
        QuietHours quiet = QuietHours.read(hours).orElseThrow();
        for (ZoneId zone : Zones.DISTINCT) {
            Instant over = deadline.in(zone);

            // When
            List<Step> steps = ladder.in(zone, deadline, quiet, made);

            // Then
            assertThat(steps.isEmpty())
                    .as("%s: nothing goes only where it is too late or quiet until then", zone)
                    .isEqualTo(!quiet.end(made, zone).isBefore(over));
            assertThat(steps).as("%s", zone).allMatch(step -> keeps(step, zone, quiet, made, over));
            assertThat(steps.stream().map(step -> LocalDate.ofInstant(step.at(), zone)))
                    .as("%s", zone)
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Property(tries = 15)
    void everywhere_after_the_last_rung_no_decent_hour_is_left(
            @ForAll @IntRange(max = MINUTES) int minute, @ForAll("quiet") String hours) {
        // Given
        Instant over = Zones.FROM.plus(Duration.ofMinutes(minute));
        QuietHours quiet = QuietHours.read(hours).orElseThrow();
        for (ZoneId zone : Zones.DISTINCT) {
            // When
            Instant last =
                    new Rung.Last().in(zone, new Deadline.Moment(over), quiet).orElseThrow();

            // Then
            assertThat(decent(last, zone, quiet)).as("%s %s", zone, last).isTrue();
            assertThat(last).isBeforeOrEqualTo(over.minus(Duration.ofMinutes(30)));
            assertThat(IntStream.rangeClosed(1, 48)
                            .mapToObj(
                                    hour -> LocalDateTime.ofInstant(last, zone).plusHours(hour))
                            .map(local -> WallClock.first(local, zone))
                            .filter(at -> !at.isAfter(over.minus(Duration.ofMinutes(30))) && at.isAfter(last))
                            .filter(at -> decent(at, zone, quiet)))
                    .as("%s %s", zone, last)
                    .isEmpty();
        }
    }

    private static boolean keeps(Step step, ZoneId zone, QuietHours quiet, Instant made, Instant over) {
        Instant at = step.at();
        return !at.isBefore(made) && at.isBefore(over) && quiet.end(at, zone).equals(at);
    }

    private static boolean decent(Instant at, ZoneId zone, QuietHours quiet) {
        LocalTime time = at.atZone(zone).toLocalTime();
        return time.getHour() >= 9 && time.getHour() <= 20 && time.getMinute() == 0 && !quiet.at(time);
    }

    private static LadderBefore ladder(String written) {
        return LadderBefore.read(written).of(read -> read, problems -> {
            throw new AssertionError(problems);
        });
    }

    @Provide
    Arbitrary<String> ladders() {
        return Arbitraries.of("7d, 2d, last", "last", "3d, 2d, 1d", "7d 23:30, 2d 02:30, 1d 00:00, last", "1d 08:00");
    }

    @Provide
    Arbitrary<String> quiet() {
        return Arbitraries.of("21:00-08:00", "none", "17:00-10:30", "13:00-15:00", "22:00-02:30", "00:00-09:00");
    }
}
