package org.branchline.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.branchline.roster.joining.LinkCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A week in the sandbox: what falls due comes in order, each at its time. */
class MovedClockIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    @TempDir
    Path folder;

    private Installation installation;

    @Test
    void in_a_week_a_broadcast_a_silence_and_what_was_put_off_come_in_order_with_their_times() throws SQLException {
        try (Installation opened = new Installation(folder, Map.of("API_KEY", BroadcastApi.KEY))) {
            // Given
            installation = opened;
            installation.open(Installation.Updates.POLLING);
            LocalDate tomorrow =
                    OffsetDateTime.now(ZoneOffset.UTC).toLocalDate().plusDays(1);
            long ann = joined(6_300_000_001L, "Ann", "tokyo", "Tomorrow");
            long bo = joined(6_300_000_002L, "Bo", "prague", "Just looking");
            long cleo = joined(6_300_000_003L, "Cleo", "prague", "Tomorrow");
            LocalDate back = LocalDate.now(PRAGUE).plusDays(4);
            writes(cleo, "/quiet " + DateTimeFormatter.ofPattern("d/M/yyyy").format(back));
            until(() -> moments("select quiet_until from member where telegram_user = ?", cleo));
            Instant annsAudit = until(() -> moments("select due_at from run where stage = 'waiting' and chat = ?", ann))
                    .get(0);
            new BroadcastApi(installation.api()).beginAt(tomorrow, "18:00");
            until(() -> moments("select due_at from outbox where state = 'held' and chat = ?", bo));

            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(LOOK)
                    .until(() -> installation
                                    .control()
                                    .get("clock")
                                    .path("followers")
                                    .asInt()
                            == 1);
            Instant before = Instant.now().plus(Duration.ofMinutes(1));

            // When
            JsonNode asked =
                    installation.control().post("clock", SandboxControl.json().put("forward", "P7D"));

            // Then
            Awaitility.await().atMost(PATIENCE).pollInterval(LOOK).until(() -> clock() == WEEK.toSeconds());
            List<Said> said = said(before, ann, bo, cleo);
            assertThat(asked.path("offset_seconds").asLong()).isLessThan(WEEK.toSeconds());
            assertThat(said).isSortedAccordingTo(Comparator.comparing(Said::at));
            assertThat(said)
                    .extracting(one -> one.chat + " " + one.kind())
                    .containsExactlyInAnyOrder(
                            ann + " broadcast", bo + " broadcast", ann + " put off", cleo + " put off");
            assertOnTime(
                    one(said, ann, "broadcast"),
                    tomorrow.atTime(EVENING).atZone(TOKYO).toInstant());
            assertOnTime(
                    one(said, bo, "broadcast"),
                    tomorrow.atTime(EVENING).atZone(PRAGUE).toInstant());
            assertOnTime(one(said, ann, "put off"), annsAudit);
            // Her silence ends at midnight, her night at eight.
            assertOnTime(
                    one(said, cleo, "put off"), back.atTime(8, 0).atZone(PRAGUE).toInstant());
            assertThat(kept()).isEqualTo(WEEK.toSeconds());
        }
    }

    /** A message of the bot that came since the clock was moved, in the order in which they came. */
    private record Said(long chat, String text, Instant at) {

        String kind() {
            return text.contains(BroadcastApi.TEXT) ? "broadcast" : "put off";
        }
    }

    /** A message's date is a whole second. */
    private static void assertOnTime(Said said, Instant due) {
        assertThat(said.at()).as(said.kind()).isBetween(due.truncatedTo(ChronoUnit.SECONDS), due.plusSeconds(30));
    }

    private static Said one(List<Said> said, long chat, String kind) {
        return said.stream()
                .filter(one -> one.chat() == chat && one.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    /** In the order of the requests, with the dates that people see. */
    private List<Said> said(Instant since, long... people) {
        JsonNode requests = installation.control().get("requests").path("requests");
        List<Said> said = new ArrayList<>();
        for (JsonNode request : requests) {
            if (!request.path("method").asText().equals("sendMessage")) {
                continue;
            }
            for (long person : people) {
                if (request.path("chat").asLong() == person) {
                    JsonNode message =
                            message(person, request.path("message_id").asInt());
                    Instant at = Instant.ofEpochSecond(message.path("date").asLong());
                    if (at.isAfter(since)) {
                        said.add(new Said(person, message.path("text").asText(), at));
                    }
                }
            }
        }
        return said;
    }

    private JsonNode message(long person, int id) {
        for (JsonNode message :
                installation.control().get("chats/" + person + "/messages").path("messages")) {
            if (message.path("message_id").asInt() == id) {
                return message;
            }
        }
        throw new AssertionError("No message " + id + " with " + person);
    }

    private long joined(long id, String name, String branch, String last) throws SQLException {
        installation
                .control()
                .post("people", SandboxControl.json().put("id", id).put("first_name", name));
        writes(id, "/start " + link(branch));
        for (String label : List.of("Go on", "I agree", "Yes", last)) {
            presses(id, label);
        }
        return id;
    }

    private void writes(long person, String text) {
        installation
                .control()
                .post("chats/" + person + "/messages", SandboxControl.json().put("text", text));
    }

    /** As soon as the button is there. */
    private void presses(long person, String label) {
        Awaitility.await(label).atMost(PATIENCE).pollInterval(LOOK).until(() -> installation
                .control()
                .post("chats/" + person + "/presses", SandboxControl.json().put("label", label))
                .has("update_id"));
    }

    private String link(String branch) throws SQLException {
        LinkCode code = LinkCode.random();
        try (Connection owner = installation.owner();
                PreparedStatement statement = owner.prepareStatement("""
                        insert into join_link (organisation, code, branch, expires_at)
                        select organisation, ?, id, clock_timestamp() + interval '1 hour' from branch where key = ?
                        """)) {
            statement.setString(1, code.text());
            statement.setString(2, branch);
            statement.executeUpdate();
        }
        return code.payload();
    }

    private interface Moments {
        List<Instant> read() throws SQLException;
    }

    /** Waits until there is one. */
    private static List<Instant> until(Moments moments) {
        return Awaitility.await().atMost(PATIENCE).pollInterval(LOOK).until(moments::read, found -> !found.isEmpty());
    }

    private List<Instant> moments(String sql, long person) throws SQLException {
        List<Instant> moments = new ArrayList<>();
        try (Connection owner = installation.owner();
                PreparedStatement statement = owner.prepareStatement(sql)) {
            statement.setLong(1, person);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    OffsetDateTime moment = rows.getObject(1, OffsetDateTime.class);
                    if (moment != null) {
                        moments.add(moment.toInstant());
                    }
                }
            }
        }
        return moments;
    }

    private long clock() {
        return installation.control().get("clock").path("offset_seconds").asLong();
    }

    private long kept() throws SQLException {
        try (Connection owner = installation.owner();
                PreparedStatement statement =
                        owner.prepareStatement("select extract(epoch from clock_offset)::bigint from installation");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
