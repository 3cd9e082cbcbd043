package org.branchline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.EOFException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillsTest {

    private Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory());
    private Driver driver = new Driver(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void the_fourth_message_of_a_burst_waits_and_edits_do_not_count() {
        // Given
        long person = driver.startedPerson();

        // When
        for (int i = 0; i < 3; i++) {
            assertThat(send(person, "m" + i).status()).isEqualTo(200);
        }
        Driver.Answer fourth = send(person, "m3");

        // Then
        assertThat(fourth.status()).isEqualTo(429);
        assertThat(fourth.json().path("parameters").path("retry_after").asInt()).isEqualTo(1);
        assertThat(driver.bot("editMessageText", "{\"chat_id\":" + person + ",\"message_id\":2,\"text\":\"changed\"}")
                        .status())
                .isEqualTo(200);
        assertThat(driver.look("statistics").json().path("too_many_requests").asInt())
                .isEqualTo(1);
    }

    @Test
    void a_group_takes_twenty_messages_a_minute_and_the_bot_is_told_how_long_to_wait() {
        // Given
        long group = driver.control("groups", "{\"title\":\"Captains\"}")
                .json()
                .path("id")
                .asLong();
        driver.control("limits", "{\"per_chat\":0}");

        // When
        for (int i = 0; i < 20; i++) {
            assertThat(send(group, "m" + i).status()).isEqualTo(200);
        }
        Driver.Answer next = send(group, "one too many");

        // Then
        assertThat(next.status()).isEqualTo(429);
        assertThat(next.json().path("parameters").path("retry_after").asInt()).isBetween(58, 60);
    }

    @Test
    void paid_messages_pass_the_free_limit_for_stars_until_these_are_used_up() {
        // Given
        driver.control("limits", "{\"per_bot\":10,\"per_chat\":0}");
        driver.control("stars", "{\"balance\":0.5}");
        long person = driver.startedPerson();

        // When
        int paid = 0;
        Driver.Answer last;
        do {
            last = driver.bot(
                    "sendMessage", "{\"chat_id\":" + person + ",\"text\":\"m\",\"allow_paid_broadcast\":true}");
            paid += last.status() == 200 ? 1 : 0;
        } while (last.status() == 200 && paid < 200);

        // Then
        assertThat(paid).isBetween(15, 60);
        assertThat(last.status()).isEqualTo(400);
        assertThat(last.json().path("description").asText()).contains("BALANCE_TOO_LOW");
        assertThat(driver.look("stars").json().path("spent").asDouble()).isEqualTo(0.5);
        assertThat(send(person, "free").status()).isEqualTo(200);
    }

    @Test
    void a_limit_of_zero_is_off() {
        // Given
        long person = driver.startedPerson();
        driver.control("limits", "{\"per_bot\":0,\"per_chat\":0}");

        // When
        for (int i = 0; i < 50; i++) {
            assertThat(send(person, "m" + i).status()).isEqualTo(200);
        }

        // Then
        JsonNode statistics = driver.look("statistics").json();
        assertThat(statistics.path("most_messages_in_a_second_per_chat").asInt())
                .isGreaterThan(3);
    }

    @Test
    void every_fault_looks_as_it_would_on_the_wire() {
        // Given
        long person = driver.startedPerson();
        driver.control("limits", "{\"per_bot\":0,\"per_chat\":0}");

        // When / Then
        driver.control("faults", "{\"error_percent\":100}");
        assertThat(send(person, "error").json().path("error_code").asInt()).isEqualTo(500);
        driver.control("faults", "{\"error_percent\":0,\"html_percent\":100}");
        assertThat(send(person, "html").json().path("text").asText()).contains("<html>");
        driver.control("faults", "{\"html_percent\":0,\"cut_after_percent\":100}");
        assertThatThrownBy(() -> send(person, "cut after")).hasRootCauseInstanceOf(EOFException.class);
        driver.control("faults", "{\"cut_after_percent\":0,\"cut_before_percent\":100}");
        assertThatThrownBy(() -> send(person, "cut before")).hasRootCauseInstanceOf(EOFException.class);
        driver.control("faults", "{\"cut_before_percent\":0,\"retry_after\":7}");
        assertThat(send(person, "wait")
                        .json()
                        .path("parameters")
                        .path("retry_after")
                        .asInt())
                .isEqualTo(7);
        String seen = driver.look("chats/" + person + "/messages").json().toString();
        assertThat(seen).contains("cut after").doesNotContain("cut before").doesNotContain("\"error\"");
        assertThat(driver.look("statistics").json().path("requests_in_a_window").asInt())
                .isEqualTo(1);
    }

    @Test
    void an_update_can_be_had_again_and_nonsense_is_delivered_as_it_is() {
        // Given
        long person = driver.startedPerson();
        long update = driver.control("chats/" + person + "/messages", "{\"text\":\"hello\"}")
                .json()
                .path("update_id")
                .asLong();
        driver.confirmAll();

        // When
        driver.control("updates/" + update + "/again", "{}");
        driver.control("updates", "{\"update_id\":" + (update + 1) + ",\"strange\":{\"a\":1}}");

        // Then
        JsonNode got =
                driver.bot("getUpdates", "{\"offset\":" + (update + 1) + "}").result();
        assertThat(got.path(0).path("update_id").asLong()).isEqualTo(update);
        assertThat(got.path(1).path("strange").path("a").asInt()).isEqualTo(1);
    }

    @Test
    void a_second_poll_takes_the_place_of_the_first() throws Exception {
        // Given
        CompletableFuture<Driver.Answer> first = driver.botLater("getUpdates", "{\"timeout\":30}");
        CompletableFuture<Driver.Answer> second = driver.botLater("getUpdates", "{\"timeout\":30}");

        // When
        Object ended = CompletableFuture.anyOf(first, second).get(5, TimeUnit.SECONDS);

        // Then
        assertThat(((Driver.Answer) ended).status()).isEqualTo(409);
        assertThat(((Driver.Answer) ended).description()).contains("terminated by other getUpdates request");
    }

    @Test
    void the_clock_moves_forward_only_and_dates_follow_it() {
        // Given
        long before = System.currentTimeMillis() / 1000;

        // When
        Driver.Answer moved = driver.control("clock", "{\"forward\":\"P7D\"}");

        // Then
        assertThat(moved.json().path("offset_seconds").asInt()).isEqualTo(604_800);
        long person = driver.startedPerson();
        assertThat(driver.look("chats/" + person + "/messages")
                        .json()
                        .path("messages")
                        .path(0)
                        .path("date")
                        .asLong())
                .isBetween(before + 604_800, before + 604_900);
        assertThat(driver.control("clock", "{\"forward\":\"-PT1H\"}").status()).isEqualTo(400);
    }

    @Test
    void foreign_names_and_forms_do_not_reach_the_controls() {
        // Given
        Doorman doorman = new Doorman("127.0.0.1");

        // When / Then
        assertThat(doorman.admits("localhost:8090", null)).isTrue();
        assertThat(doorman.admits("[::1]:8090", null)).isTrue();
        assertThat(doorman.admits("evil.example:8090", null)).isFalse();
        assertThat(doorman.admits("127.0.0.1.evil.example", null)).isFalse();
        assertThat(doorman.admits("localhost:8090", "http://evil.example")).isFalse();
        assertThat(doorman.admits("localhost:8090", "http://localhost:8090")).isTrue();
        assertThat(driver.send(driver.to("/sandbox/clock")
                                .header("Content-Type", "text/plain")
                                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                .build())
                        .status())
                .isEqualTo(415);
    }

    @Test
    void a_restart_finds_people_chats_updates_and_the_clock(@TempDir Path folder) throws Exception {
        // Given
        sandbox.close();
        sandbox = Sandbox.start(SandboxOptions.inMemory().keepingIn(folder));
        driver = new Driver(sandbox);
        long person = driver.startedPerson();
        send(person, "kept");
        driver.control("clock", "{\"forward\":\"PT3H\"}");
        driver.control("chats/" + person + "/messages", "{\"text\":\"not taken yet\"}");

        // When
        sandbox.close();
        Files.writeString(folder.resolve("journal.jsonl"), "{\"half", StandardOpenOption.APPEND);
        sandbox = Sandbox.start(SandboxOptions.inMemory().keepingIn(folder));
        driver = new Driver(sandbox);

        // Then
        assertThat(driver.look("chats/" + person + "/messages").json().toString())
                .contains("/start")
                .contains("kept")
                .contains("not taken yet");
        assertThat(driver.look("clock").json().path("offset_seconds").asInt()).isEqualTo(10_800);
        JsonNode pending = driver.bot("getUpdates", "{}").result();
        assertThat(pending).hasSize(1);
        assertThat(pending.path(0).path("message").path("text").asText()).isEqualTo("not taken yet");
    }

    private Driver.Answer send(long person, String text) {
        return driver.bot("sendMessage", "{\"chat_id\":" + person + ",\"text\":\"" + text + "\"}");
    }
}
