package org.branchline.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * Members all around the earth are asked on days on which clocks are changed, one of them in the morning before their night is
 * over, and one moves from Auckland to Honolulu between the same evening in both.
 */
final class CalendarSeason {

    private static final Duration PATIENCE = Duration.ofSeconds(280);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration WITHIN = Duration.ofSeconds(15);
    private static final ZoneId FROM = ZoneId.of("Pacific/Auckland");
    private static final ZoneId TO = ZoneId.of("Pacific/Honolulu");
    /** The night of the bundled workspace ends at 8. */
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private static final LocalTime NIGHT = LocalTime.of(21, 0);

    private final Path folder;
    private final String name;
    private final List<ZoneId> zones;
    private final List<LocalDateTime> evenings;
    private final LocalDateTime early;

    /**
     * @param evenings of the prompts, in order; the mover moves on the day of the first
     * @param early of a prompt at night
     */
    CalendarSeason(Path folder, String name, List<ZoneId> zones, List<LocalDateTime> evenings, LocalDateTime early) {
        this.folder = folder;
        this.name = name;
        this.zones = zones;
        this.evenings = evenings;
        this.early = early;
    }

    Figures play() throws SQLException {
        Figures figures = new Figures("calendar/" + name);
        Path workspace = folder.resolve("workspace");
        // Nothing else of the calendar on the way.
        BundledWorkspace.copy(workspace, text -> text.replaceFirst("(?s)prompts:\n.*", "prompts: []\n"));
        try (Installation installation = new Installation(
                folder,
                Map.of(
                        "SEND_RATE",
                        "30",
                        "WORKSPACE",
                        workspace.toAbsolutePath().toString()))) {
            installation.open(Installation.Updates.POLLING);
            Members members = Members.join(installation, zones.size() + 1);
            Prompted prompted = new Prompted(installation);
            List<ZoneId> homes = new ArrayList<>(zones);
            homes.add(FROM);
            prompted.live(homes);
            Instant begin = evenings.get(0)
                    .toLocalDate()
                    .minusDays(1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
            moveTo(installation, begin);
            for (LocalDateTime evening : evenings) {
                prompted.begin("{}", "FREQ=DAILY;COUNT=1", evening, begin.atOffset(ZoneOffset.UTC));
            }
            prompted.begin("{}", "FREQ=DAILY;COUNT=1", early, begin.atOffset(ZoneOffset.UTC));
            moveTo(installation, evenings.get(0).atZone(FROM).toInstant().plus(Duration.ofHours(3)));
            prompted.move(Members.FIRST + zones.size(), TO);
            LocalDateTime last =
                    early.isAfter(evenings.get(evenings.size() - 1)) ? early : evenings.get(evenings.size() - 1);
            moveTo(
                    installation,
                    last.plusDays(1).atOffset(ZoneOffset.ofHours(-12)).toInstant());
            figures.exactly("zones", zones.stream().distinct().count(), zones.size())
                    .add("prompts", evenings.size() + 1L);
            compare(installation, begin, homes, figures);
            figures.exactly(
                    "asked",
                    prompted.number("select count(*) from prompt_asked"),
                    homes.size() * (evenings.size() + 1L));
        }
        return figures;
    }

    private static void moveTo(Installation installation, Instant instant) {
        SandboxControl control = installation.control();
        Awaitility.await("somebody follows the clock")
                .atMost(PATIENCE)
                .pollInterval(LOOK)
                .until(() -> control.get("clock").path("followers").asInt() == 1);
        control.post("clock", SandboxControl.json().put("to", instant.toString()));
        Awaitility.await("the clock is there")
                .atMost(PATIENCE)
                .pollInterval(LOOK)
                .until(() -> !Instant.parse(control.get("clock").path("now").asText())
                        .isBefore(instant));
    }

    private void compare(Installation installation, Instant begin, List<ZoneId> homes, Figures figures) {
        long wrong = 0;
        long night = 0;
        Duration latest = Duration.ZERO;
        for (int number = 0; number < homes.size(); number++) {
            boolean mover = number == zones.size();
            List<Instant> promised = promised(homes.get(number), mover);
            List<Instant> asked = asked(installation, Members.FIRST + number, begin);
            wrong += asked.size() == promised.size() ? 0 : 1;
            for (int place = 0; place < Math.min(asked.size(), promised.size()); place++) {
                // A message's date is a whole second.
                Duration late = Duration.between(promised.get(place), asked.get(place));
                wrong += late.isNegative() || late.compareTo(WITHIN) > 0 ? 1 : 0;
                latest = late.compareTo(latest) > 0 ? late : latest;
                LocalTime local = asked.get(place)
                        .atZone(mover && place > 0 ? TO : homes.get(number))
                        .toLocalTime();
                night += local.isBefore(MORNING) || !local.isBefore(NIGHT) ? 1 : 0;
            }
        }
        figures.exactly("members_asked_otherwise", wrong, 0)
                .exactly("at_night", night, 0)
                .atMost("latest_seconds_after_the_hour", latest.toSeconds(), WITHIN.toSeconds());
    }

    private List<Instant> promised(ZoneId home, boolean mover) {
        List<Instant> promised = new ArrayList<>();
        for (LocalDateTime evening : evenings) {
            promised.add(
                    evening.atZone(mover && !promised.isEmpty() ? TO : home).toInstant());
        }
        promised.add(
                early.toLocalDate().atTime(MORNING).atZone(mover ? TO : home).toInstant());
        promised.sort(null);
        return promised;
    }

    private static List<Instant> asked(Installation installation, long chat, Instant since) {
        List<Instant> asked = new ArrayList<>();
        for (JsonNode message : installation
                .control()
                .get("chats/" + chat + "/messages?since=0&wait=0&bot=" + Installation.BOT)
                .path("messages")) {
            Seen seen = Seen.of(message);
            if (seen.bot()
                    && seen.text().contains(Prompted.QUESTION)
                    && seen.at().isAfter(since)) {
                asked.add(seen.at());
            }
        }
        asked.sort(null);
        return asked;
    }
}
