package org.branchline.drill;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** The service is away for hours while an hourly prompt falls due again and again. */
final class CalendarDown {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int HOURS = 8;

    private final Path folder;
    private final int people;

    CalendarDown(Path folder, int people) {
        this.folder = folder;
        this.people = people;
    }

    Figures play() throws SQLException {
        Figures figures = new Figures("calendar/down");
        BundledWorkspace.copy(
                folder.resolve("workspace"), text -> text.replace("quiet_hours: 21:00-08:00", "quiet_hours: none"));
        try (Installation installation = new Installation(
                folder,
                Map.of("WORKSPACE", folder.resolve("workspace").toAbsolutePath().toString()))) {
            installation.open(Installation.Updates.POLLING);
            Members members = Members.join(installation, people);
            Prompted prompted = new Prompted(installation);
            prompted.live(List.of(ZoneId.of("UTC")));
            LocalDateTime next =
                    LocalDateTime.now(ZoneOffset.UTC).plusMinutes(50).truncatedTo(ChronoUnit.MINUTES);
            prompted.begin("{}", "FREQ=HOURLY", next, Prompted.now());
            Awaitility.await("it is planned")
                    .atMost(PATIENCE)
                    .pollInterval(LOOK)
                    .until(() -> prompted.number("select count(*) from occurrence where zone = 'UTC'") >= HOURS);
            installation.kill();
            sleepThrough(installation);
            installation.open(Installation.Updates.POLLING);
            Awaitility.await("what fell due meanwhile is judged")
                    .atMost(PATIENCE)
                    .pollInterval(LOOK)
                    .until(() -> prompted.number("""
                            select count(*) from occurrence where zone = 'UTC' and state <> 'waiting'""") >= HOURS);
            Awaitility.await("everybody is asked")
                    .atMost(PATIENCE)
                    .pollInterval(LOOK)
                    .until(() -> prompted.questions("sent") >= people);
            Awaitility.await("nothing is left to do")
                    .atMost(PATIENCE)
                    .pollInterval(LOOK)
                    .until(() -> prompted.number("""
                            select (select count(*) from job where done_at is null)
                              + (select count(*) from outbox where state in ('queued', 'sending'))""") == 0);
            Map<Long, List<String>> readings = members.readings();
            figures.add("hours", HOURS)
                    .add("people", people)
                    .exactly(
                            "asked",
                            readings.values().stream()
                                    .filter(texts -> times(texts) > 0)
                                    .count(),
                            people)
                    .exactly(
                            "asked_more_than_once",
                            readings.values().stream()
                                    .filter(texts -> times(texts) > 1)
                                    .count(),
                            0)
                    .exactly(
                            "skipped_and_kept",
                            prompted.number("select count(*) from occurrence where zone = 'UTC' and state = 'passed'"),
                            HOURS - 1L);
        }
        return figures;
    }

    /** Its clock, and the platform's, are hours later at once: nobody was there to see the time go by. */
    private static void sleepThrough(Installation installation) throws SQLException {
        try (Connection owner = installation.owner();
                Statement statement = owner.createStatement()) {
            statement.execute("update installation set clock_offset = interval '" + HOURS + " hours'");
        }
        installation.control().post("clock", SandboxControl.json().put("forward", "PT" + HOURS + "H"));
    }

    private static long times(List<String> texts) {
        return texts.stream().filter(text -> text.contains(Prompted.QUESTION)).count();
    }
}
