package org.branchline.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.branchline.drill.Parts.Part;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What is promised for an hour of the calendar comes once, at that hour where each member lives, whatever happens meanwhile. */
@Execution(ExecutionMode.CONCURRENT)
class CalendarDrillIT {

    private static final Path TARGET = Path.of("target/drill");
    private static final int OCCURRENCES = 1_008;

    private static Path folder() {
        return TARGET.resolve(UUID.randomUUID().toString());
    }

    /** The clocks of North America change on the first day, of Europe on the second, of the south on the third. */
    private static CalendarSeason spring(List<ZoneId> zones) {
        return new CalendarSeason(
                folder(),
                "spring",
                zones,
                List.of(
                        LocalDateTime.parse("2027-03-14T18:00"),
                        LocalDateTime.parse("2027-03-28T18:00"),
                        LocalDateTime.parse("2027-04-04T18:00")),
                LocalDateTime.parse("2027-04-01T06:30"));
    }

    /** Of the south on the first, of Europe on the second, of North America on the third. */
    private static CalendarSeason autumn(List<ZoneId> zones) {
        return new CalendarSeason(
                folder(),
                "autumn",
                zones,
                List.of(
                        LocalDateTime.parse("2027-10-03T18:00"),
                        LocalDateTime.parse("2027-10-31T18:00"),
                        LocalDateTime.parse("2027-11-07T18:00")),
                LocalDateTime.parse("2027-11-04T06:30"));
    }

    @Test
    void keepsTheHourOverTheSummersBeginning() throws Exception {
        // Given
        CalendarSeason drill = spring(List.of(ZoneId.of("Europe/London"), ZoneId.of("America/New_York")));

        // When
        Figures figures = drill.play();

        // Then
        System.out.println(figures.line());
        assertThat(figures.fallingShort()).isEmpty();
    }

    @Test
    void looksForWhatIsDueAsQuicklyBesideAHundredThousandThatAreNot() throws Exception {
        // Given
        CalendarLook drill = new CalendarLook(folder(), 100_000);

        // When
        Figures figures = drill.play();

        // Then
        System.out.println(figures.line());
        assertThat(figures.fallingShort()).isEmpty();
    }

    @Test
    @Tag("drill")
    @Tag("drill-calendar")
    void keepsTheHourWhateverBreaks() throws Exception {
        // Given
        List<Part> parts = List.of(
                new Part("frozen", new CalendarReplicas(folder(), OCCURRENCES, 10, CalendarReplicas.Way.FROZEN)::play),
                new Part("kills", new CalendarReplicas(folder(), OCCURRENCES, 10, CalendarReplicas.Way.KILLED)::play),
                // Through before the first question of the two above falls due: it takes all a disk and a core give.
                new Part("look", new CalendarLook(folder(), 10_000_000)::play),
                new Part("spring", spring(Zones.TWENTY_FOUR)::play),
                new Part("autumn", autumn(Zones.TWENTY_FOUR)::play),
                new Part("down", new CalendarDown(folder(), 50)::play));

        // When
        List<Figures> all = Parts.sideBySide(TARGET.resolve("calendar.json"), parts);

        // Then
        Parts.assertHeld(all);
    }
}
