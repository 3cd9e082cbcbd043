package org.branchline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = WebhookResource.class, scope = TestResourceScope.MATCHING_RESOURCES)
class RepeatedAndForgedIT {

    @BeforeEach
    void direct() {
        Posted.directSandbox();
    }

    @Test
    void an_update_that_comes_fifty_times_at_once_counts_once() {
        // Given
        Volunteer ann = Halfway.atTheSecondQuestion();
        JsonObject update = Posted.text(ann.id(), "Many times");

        // When
        List<Integer> statuses = all(Stream.generate(() -> update).limit(50));

        // Then
        assertThat(statuses).containsOnly(200);
        ann.reads("3 of 11").writes("/frobnicate").reads("I don't know that one");
        assertThat(ann.said()).filteredOn(text -> text.contains("3 of 11")).hasSize(1);
        assertThat(Kept.timesAnswered(ann.id(), "called_before")).isEqualTo(1);
    }

    @Test
    void a_button_pressed_twenty_times_in_a_second_counts_once() {
        // Given
        Volunteer ann = Halfway.atTheSecondQuestion();
        int question = ann.newestNumber();
        String data = ann.data("Many times");

        // When
        List<Integer> statuses = all(
                Stream.generate(() -> Posted.press(ann.id(), question, data)).limit(20));

        // Then
        assertThat(statuses).containsOnly(200);
        ann.reads("3 of 11");
        List<String> said = ann.said();
        ann.presses("Most weeks").reads("4 of 11");
        assertThat(Kept.timesAnswered(ann.id(), "called_before")).isEqualTo(1);
        assertThat(said).filteredOn(text -> text.contains("3 of 11")).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void a_button_beside_a_typed_answer_changes_nothing_and_goes_away() {
        // Given
        Volunteer ann = Halfway.atTheSecondQuestion();
        int question = ann.newestNumber();
        String data = ann.data("Not yet");
        ann.writes("many times").reads("3 of 11");

        // When
        Posted.post(Posted.press(ann.id(), question, data));

        // Then
        ann.reads("That question is done. Here is where we are:");
        ann.losesButtons(question);
        assertThat(Kept.timesAnswered(ann.id(), "called_before")).isEqualTo(1);
    }

    @Test
    void a_button_of_somebody_else_changes_nothing_and_is_answered_kindly() {
        // Given
        Volunteer ann = Halfway.atTheSecondQuestion();
        Volunteer bo = Halfway.atTheSecondQuestion();

        // When
        HttpResponse<String> answer = Posted.post(Posted.press(bo.id(), bo.newestNumber(), ann.data("Many times")));

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("answerCallbackQuery", "This button doesn't work here.");
        ann.reads("2 of up to 11").presses("Not yet").reads("3 of");
        bo.reads("2 of up to 11").presses("Many times").reads("3 of");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "m",
                ".",
                "m1.1.often",
                "m1.1.oftenAAAAAAAAAAAA",
                "oforget.AAAAAAAAAAAA",
                "\u0000",
                "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            })
    void a_forged_or_damaged_button_changes_nothing(String data) {
        // Given
        Volunteer ann = Halfway.atTheFirstQuestion();

        // When
        HttpResponse<String> answer = Posted.post(Posted.press(ann.id(), ann.newestNumber(), data));

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("This button doesn't work here.");
        ann.presses("☐ Phone voters").presses("Done (1)").reads("2 of up to 11");
    }

    @Test
    void a_button_cut_short_changes_nothing() {
        // Given
        Volunteer ann = Halfway.atTheSecondQuestion();
        String data = ann.data("Many times");

        // When
        HttpResponse<String> answer =
                Posted.post(Posted.press(ann.id(), ann.newestNumber(), data.substring(0, data.length() - 1)));

        // Then
        assertThat(answer.body()).contains("This button doesn't work here.");
        assertThat(ann.newest()).contains("2 of up to 11");
    }

    @Test
    void a_button_of_a_message_that_is_gone_still_answers() {
        // Given
        Volunteer ann = Halfway.atTheSecondQuestion();
        JsonObject press = Posted.press(ann.id(), ann.newestNumber(), ann.data("Many times"));
        press.getJsonObject("callback_query").put("message", Posted.shown(ann.id(), ann.newestNumber(), 0));

        // When
        int status = Posted.post(press).statusCode();

        // Then
        assertThat(status).isEqualTo(200);
        ann.reads("3 of 11");
        assertThat(Kept.timesAnswered(ann.id(), "called_before")).isEqualTo(1);
    }

    private static List<Integer> all(Stream<JsonObject> updates) {
        return updates.map(Posted::send).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }
}
