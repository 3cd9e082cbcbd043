package org.branchline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.awaitility.Awaitility;
import org.branchline.drill.BroadcastApi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Broadcasts with the Bot API 60 to 100 ms away, at full size. Nothing here fails for being slow: it prints. */
@Tag("bench")
class BroadcastBenchIT {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final int NEAREST_MILLIS = 60;
    private static final int WAVERING_MILLIS = 40;

    @Test
    void members_are_written_to_while_others_answer_an_audit() {
        assumeTrue(BenchRun.wants("broadcast"));
        int members = 1_000;
        int permitted = 30;
        int talking = 30;
        int turns = 3;
        try (Stage stage = stage(permitted);
                Figures figures = new Figures("broadcast");
                ServiceProcess service = service(stage, permitted)) {
            // Given
            stage.members(members);
            BroadcastApi api = api(service);
            Crowd crowd = stage.crowd(service, Stage.CONNECTIONS);
            crowd.come(talking);
            crowd.pace(turns);
            crowd.count(20);
            // When
            long id = api.begin(0);
            api.await("the first", id, PATIENCE, now -> rows(now, "sent") > 0);
            Tally tally = crowd.count((double) members / permitted - 5);
            boolean over = !api.look(id).path("state").asText().equals("going");
            crowd.rest();
            // Then
            figures.print("used", tally.messages / tally.seconds() / permitted, "goal>=0.98 of " + permitted + "/s");
            figures.print("too_many_requests", tally.tooMany, "goal=0");
            figures.print("turns_per_second", tally.turns / tally.seconds(), "asked=" + turns);
            figures.print("reply_p50_ms", tally.percentile(0.5));
            figures.print("reply_p99_ms", tally.percentile(0.99), "goal<250");
            assertThat(over)
                    .as("the broadcast was over before the end of the count")
                    .isFalse();
            assertThat(tally.messages).isPositive();
        }
    }

    @Test
    void ten_thousand_members_at_a_thousand_a_second() {
        assumeTrue(BenchRun.wants("flood"));
        int members = 10_000;
        int permitted = 1_000;
        try (Stage stage = stage(permitted);
                Figures figures = new Figures("flood");
                ServiceProcess service = service(stage, permitted)) {
            // Given
            stage.members(members);
            BroadcastApi api = api(service);
            Crowd crowd = stage.crowd(service, Stage.CONNECTIONS);
            BenchRun.warm(crowd);
            crowd.counted();
            double serviceBefore = service.cpuMillis();
            double postgresBefore = stage.postgresCpuMillis();
            // When
            long id = api.begin(2);
            Instant goesAt = Instant.parse(api.look(id).path("goes_at").asText());
            JsonNode status = api.awaitOver(id, PATIENCE);
            Tally tally = crowd.counted();
            // Then
            double seconds = (tally.lastMessageAt - tally.firstMessageAt) / 1e9;
            figures.print("used", (tally.messages - 1) / seconds / permitted, "goal>=0.98 of " + permitted + "/s");
            figures.print("too_many_requests", tally.tooMany, "goal=0");
            figures.print(
                    "first_after_hold_seconds",
                    Duration.between(goesAt, tally.firstMessage).toNanos() / 1e9,
                    "goal<0.1");
            figures.print("service_cpu_ms_per_message", (service.cpuMillis() - serviceBefore) / tally.messages);
            figures.print("postgres_cpu_ms_per_message", (stage.postgresCpuMillis() - postgresBefore) / tally.messages);
            assertThat(rows(status, "sent")).isGreaterThanOrEqualTo(members);
        }
    }

    @Test
    void a_broadcast_to_a_hundred_thousand_is_made() {
        assumeTrue(BenchRun.wants("create"));
        int members = 100_000;
        try (Stage stage = stage(0);
                Figures figures = new Figures("create");
                ServiceProcess service = service(stage, 30)) {
            // Given
            stage.members(members);
            BroadcastApi api = api(service);
            double heapBefore = service.heapMegabytes();
            long from = System.nanoTime();
            // When
            long id = api.begin(3_600);
            JsonNode status = api.await(
                    "it is made", id, PATIENCE, now -> now.path("recipients").asLong() >= members);
            // Then
            figures.print("seconds", (System.nanoTime() - from) / 1e9, "goal<5");
            figures.print("heap_before_mb", heapBefore);
            figures.print("heap_after_mb", service.heapMegabytes(), "goal=flat");
            figures.print("peak_mb", service.peakMegabytes());
            api.cancel(id);
            assertThat(status.path("recipients").asInt()).isEqualTo(members);
        }
    }

    @Test
    void a_prompt_falls_due_for_a_hundred_thousand_in_the_same_minute() {
        assumeTrue(BenchRun.wants("prompt"));
        int members = 100_000;
        try (Stage stage = stage(0);
                Figures figures = new Figures("prompt");
                ServiceProcess service = service(stage, 30)) {
            // Given
            stage.members(members);
            double heapBefore = service.heapMegabytes();
            Instant due = Instant.now().plusSeconds(70).truncatedTo(ChronoUnit.MINUTES);
            stage.prompt(LocalDateTime.ofInstant(due, ZoneOffset.UTC));
            // When
            Awaitility.await("all are planned").atMost(PATIENCE).until(() -> stage.planned() >= members);
            Instant planned = Instant.now();
            // Then
            figures.print("seconds_after_due", Duration.between(due, planned).toMillis() / 1e3, "goal<10");
            figures.print("heap_before_mb", heapBefore);
            figures.print("heap_after_mb", service.heapMegabytes(), "goal=flat");
            figures.print("peak_mb", service.peakMegabytes());
            assertThat(stage.planned()).isEqualTo(members);
        }
    }

    private static Stage stage(int permitted) {
        Stage stage = new Stage();
        stage.botApi.permitted = permitted;
        stage.botApi.away = NEAREST_MILLIS;
        stage.botApi.wavering = WAVERING_MILLIS;
        return stage;
    }

    private static ServiceProcess service(Stage stage, int rate) {
        return stage.service(
                Map.of("SEND_RATE", Integer.toString(rate), "CHAT_RATE", "1", "API_KEY", BroadcastApi.KEY));
    }

    private static BroadcastApi api(ServiceProcess service) {
        return new BroadcastApi("http://127.0.0.1:" + service.port() + "/api/v1");
    }

    private static long rows(JsonNode status, String state) {
        return status.path("rows").path(state).asLong();
    }
}
