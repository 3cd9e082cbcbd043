package org.branchline.workspace;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.temporal.TemporalAdjusters.firstInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;
import static java.time.temporal.TemporalAdjusters.next;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.branchline.roster.About;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The days on which nobody in Britain is called, as they follow from the Banking and Financial Dealings Act 1971 and custom. */
class BankHolidaysTest {

    @Test
    void the_rules_give_what_gov_uk_published() {
        // When
        Set<LocalDate> days = bankHolidays(2021);

        // Then
        assertThat(days)
                .extracting(LocalDate::toString)
                .containsExactly(
                        "2021-01-01",
                        "2021-04-02",
                        "2021-04-05",
                        "2021-05-03",
                        "2021-05-31",
                        "2021-08-30",
                        "2021-12-27",
                        "2021-12-28");
    }

    @ParameterizedTest
    @ValueSource(ints = {2027, 2028})
    void all_of_a_year_are_in_the_bundled_workspace_and_no_other_day(int year) {
        // When
        List<LocalDate> closed = closed().filter(day -> day.getYear() == year).toList();

        // Then
        Set<LocalDate> expected = bankHolidays(year);
        expected.addAll(saturdays(year));
        assertThat(closed).containsExactlyElementsOf(expected);
    }

    @Test
    void of_2026_christmas_is_left() {
        assertThat(closed().filter(day -> day.getYear() < 2027))
                .extracting(LocalDate::toString)
                .containsExactly("2026-12-25", "2026-12-26", "2026-12-28");
    }

    private static Stream<LocalDate> closed() {
        Workspace bundled = WorkspaceReader.thorough()
                .read(Bundled.labourInternational())
                .workspace()
                .orElseThrow();
        return new About(new JsonObject(bundled.settings()))
                .texts("called_areas", "britain", "closed").stream().map(LocalDate::parse);
    }

    private static Set<LocalDate> bankHolidays(int year) {
        LocalDate easter = easter(year);
        Set<LocalDate> days = new TreeSet<>(List.of(
                easter.minusDays(2),
                easter.plusDays(1),
                LocalDate.of(year, Month.MAY, 1).with(firstInMonth(MONDAY)),
                LocalDate.of(year, Month.MAY, 1).with(lastInMonth(MONDAY)),
                LocalDate.of(year, Month.AUGUST, 1).with(lastInMonth(MONDAY))));
        for (LocalDate day : fixed(year)) {
            LocalDate held = day.getDayOfWeek().compareTo(FRIDAY) > 0 ? day.with(next(MONDAY)) : day;
            days.add(days.contains(held) ? held.plusDays(1) : held);
        }
        return days;
    }

    /** Those that are held on another day, but on which nobody wants a call either; no Sunday has calls. */
    private static List<LocalDate> saturdays(int year) {
        return fixed(year).stream()
                .filter(day -> day.getDayOfWeek() == SATURDAY)
                .toList();
    }

    /** New Year's Day, Christmas Day and Boxing Day. */
    private static List<LocalDate> fixed(int year) {
        return List.of(
                LocalDate.of(year, Month.JANUARY, 1),
                LocalDate.of(year, Month.DECEMBER, 25),
                LocalDate.of(year, Month.DECEMBER, 26));
    }

    /** Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus, Astronomical Algorithms, ch. 8). */
    private static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int within = year % 100;
        int moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int sunday = (32 + 2 * (century % 4) + 2 * (within / 4) - moon - within % 4) % 7;
        int late = (golden + 11 * moon + 22 * sunday) / 451;
        int day = moon + sunday - 7 * late + 114;
        return LocalDate.of(year, day / 31, day % 31 + 1);
    }
}
