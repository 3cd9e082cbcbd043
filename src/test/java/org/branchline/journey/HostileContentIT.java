package org.branchline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = WebhookResource.class, scope = TestResourceScope.MATCHING_RESOURCES)
class HostileContentIT {

    @BeforeEach
    void direct() {
        Posted.directSandbox();
    }

    static Stream<String> texts() {
        return Stream.of(
                "\uD83D\uDE00".repeat(4_096),
                "\uD83D\uDE00".repeat(2_048),
                "\u202Eevil\u202C",
                "\u200B\u200B\u200B",
                "LONE",
                "a\u0000b",
                "\u0000",
                "=cmd|'/c calc'!A1",
                "_*[<b>&\"'");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void whatever_is_typed_gets_an_answer_and_the_chat_goes_on(String text) {
        // Given
        Volunteer ann = Halfway.atTheFirstQuestion().presses("Something else").reads("Please type it");
        int before = ann.said().size();

        // When
        int status = Posted.post(Posted.text(ann.id(), text).encode().replace("LONE", "\\ud83d"))
                .statusCode();

        // Then
        assertThat(status).isEqualTo(200);
        Awaitility.await().until(() -> ann.said().size() > before);
        ann.writes("/start").reads("1 of up to 11").presses("☐ Make leaflets");
        assertThat(Kept.failedUpdates()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"_*[<b>&\"'", "\u202Eevil\u200B", "=cmd|'/c calc'!A1", "\uD83D\uDE00"})
    void a_name_is_shown_as_it_is(String name) {
        // Given
        Volunteer strange = Volunteer.named(name, "en", "Asia/Tokyo");

        // When
        strange.writes("/start " + Kept.link("tokyo"));

        // Then
        strange.reads(name).presses("Go on").presses("I agree").presses("Yes").reads("Good to have you");
    }

    @Test
    void fields_nobody_knows_and_a_sender_that_is_missing_do_no_harm() {
        // Given
        Volunteer ann = Halfway.atTheSecondQuestion();
        JsonObject update = Posted.text(ann.id(), "Many times").put("telepathy", new JsonObject().put("x", 1));
        update.getJsonObject("message").put("aura", "blue").remove("from");

        // When
        int status = Posted.post(update).statusCode();

        // Then
        assertThat(status).isEqualTo(200);
        ann.reads("3 of 11");
    }

    @Test
    void numbers_of_52_bits_depth_and_length_do_no_harm() {
        // Given
        Volunteer ann = Halfway.atTheSecondQuestion();
        long longest = (1L << 52) - 1;
        String deep = "[".repeat(1_000) + "]".repeat(1_000);
        String nested = "{\"reply_to_message\":".repeat(1_000) + "{}" + "}".repeat(1_000);

        // When
        List<Integer> statuses = Stream.of(
                        Posted.text(longest, "/start").encode(),
                        "{\"update_id\":" + Posted.number() + ",\"deep\":" + deep + "}",
                        "{\"update_id\":" + Posted.number() + ",\"message\":" + nested + "}",
                        Posted.text(ann.id(), "x".repeat(2 << 20)).encode(),
                        Posted.text(ann.id(), "x".repeat(900_000)).encode(),
                        "x".repeat(2 << 20),
                        "",
                        "null")
                .map(body -> Posted.post(body).statusCode())
                .toList();

        // Then
        assertThat(statuses).containsOnly(200);
        ann.writes("/start").reads("2 of up to 11").presses("Many times").reads("3 of 11");
        assertThat(Kept.failedUpdates()).isZero();
    }

    @Test
    void in_a_group_nothing_personal_is_said() {
        // Given
        Volunteer ann = Halfway.atTheSecondQuestion();
        JsonObject group = new JsonObject().put("id", -1_001_234_567_890L).put("type", "supergroup");
        JsonObject command = Posted.text(ann.id(), "/mydata");
        command.getJsonObject("message").put("chat", group);
        JsonObject press = Posted.press(ann.id(), 1, ann.data("Many times"));
        press.getJsonObject("callback_query").getJsonObject("message").put("chat", group);

        // When
        List<Integer> statuses =
                List.of(Posted.post(command).statusCode(), Posted.post(press).statusCode());

        // Then
        assertThat(statuses).containsOnly(200);
        assertThat(Kept.timesAnswered(ann.id(), "called_before")).isZero();
        ann.reads("2 of up to 11").presses("Many times").reads("3 of 11");
    }

    @Test
    void a_flood_of_one_person_is_told_once_and_leaves_the_others_alone() {
        // Given
        Volunteer flooding = Halfway.atTheSecondQuestion();
        Volunteer bo = Halfway.atTheSecondQuestion();

        // When
        List<CompletableFuture<Integer>> flood = IntStream.range(0, 1_000)
                .mapToObj(i -> Posted.send(Posted.text(flooding.id(), "flood " + i)))
                .toList();
        bo.presses("Many times").reads("3 of 11").presses("Most weeks").reads("4 of 11");

        // Then
        assertThat(flood.stream().map(CompletableFuture::join)).containsOnly(200);
        Awaitility.await().untilAsserted(() -> assertThat(flooding.said())
                .filteredOn(text -> text.contains("That's a lot at once"))
                .hasSize(1));
        String answer = flooding.data("Many times");
        Awaitility.await().untilAsserted(() -> {
            Posted.post(Posted.press(flooding.id(), flooding.newestNumber(), answer));
            assertThat(Kept.timesAnswered(flooding.id(), "called_before")).isEqualTo(1);
        });
    }
}
