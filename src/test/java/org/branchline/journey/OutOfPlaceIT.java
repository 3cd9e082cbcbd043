package org.branchline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = WebhookResource.class, scope = TestResourceScope.MATCHING_RESOURCES)
class OutOfPlaceIT {

    @BeforeEach
    void direct() {
        Posted.directSandbox();
    }

    @Test
    void a_command_in_between_is_answered_and_the_question_stays_open() {
        // Given
        Volunteer ann = Halfway.atTheNumber();

        // When
        ann.writes("/help").reads("/forget");

        // Then
        ann.writes("4").reads("When are you usually free?");
        assertThat(Kept.answers(ann.id())).containsEntry("hours", "4");
    }

    @Test
    void a_command_nobody_knows_is_said_and_loses_nothing() {
        // Given
        Volunteer ann = Halfway.atTheSecondQuestion();

        // When
        ann.writes("/frobnicate 1 2 3").reads("/help lists what I can do");

        // Then
        ann.writes("/start").reads("2 of up to 11").presses("Many times").reads("3 of 11");
    }

    @Test
    void cancel_leaves_the_playbook_keeps_its_answers_and_start_goes_on() {
        // Given
        Volunteer ann = Halfway.atTheSecondQuestion();

        // When
        ann.writes("/cancel").reads("Your answers so far stay");

        // Then
        assertThat(Kept.answers(ann.id())).containsEntry("help_with", "Phone voters");
        ann.writes("/start").reads("Ann");
    }

    @Test
    void an_edited_message_corrects_its_answer_and_nonsense_leaves_it() {
        // Given
        Volunteer ann = Halfway.atTheSecondQuestion();
        JsonObject typed = Posted.text(ann.id(), "Many times");
        int message = typed.getJsonObject("message").getInteger("message_id");
        Posted.post(typed);
        ann.reads("3 of 11");

        // When
        Posted.post(Posted.edited(ann.id(), message, "Not yet"));
        Posted.post(Posted.edited(ann.id(), message, "a lot of nonsense"));
        Posted.post(Posted.edited(ann.id(), 7, "Many times"));

        // Then
        Posted.post(Posted.press(ann.id(), ann.newestNumber(), ann.data("Most weeks")));
        ann.reads("campaign interests you");
        assertThat(Kept.answers(ann.id())).containsEntry("called_before", "Not yet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody-knows-this",
                "j_AAAAAAAAAAAAAAAAAAAA",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "../../etc/passwd"
            })
    void a_link_nobody_made_is_said_and_joining_goes_on(String payload) {
        // Given
        Volunteer bo = Volunteer.named("Bo", "en", "Europe/Paris");

        // When
        bo.writes("/start " + payload);

        // Then
        bo.presses("Go on").presses("I agree").reads("Where do you belong?");
        assertThat(bo.said()).anyMatch(text -> text.contains("I don't know that link"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"voice\":{\"file_id\":\"a\",\"duration\":3}} | I can't listen yet",
                "{\"photo\":[{\"file_id\":\"a\",\"width\":1,\"height\":1}],\"caption\":\"4\"} | I can't look at pictures",
                "{\"sticker\":{\"file_id\":\"a\",\"emoji\":\"x\"}} | 👍",
                "{\"location\":{\"latitude\":1.5,\"longitude\":2}} | I can't read places",
                "{\"contact\":{\"phone_number\":\"+4712345678\",\"first_name\":\"Planted\",\"user_id\":5}} | I keep no contacts",
                "{\"document\":{\"file_id\":\"a\",\"file_name\":\"a.pdf\"}} | Type it, please",
                "{\"poll\":{\"id\":\"1\",\"question\":\"?\",\"options\":[]}} | Type it, please",
                "{\"hologram\":{\"file_id\":\"a\"}} | Type it, please"
            })
    void what_is_not_text_is_said_kindly_and_the_question_stays(String content, String answer) {
        // Given
        Volunteer ann = Halfway.atTheSecondQuestion();

        // When
        int status =
                Posted.post(Posted.message(ann.id(), new JsonObject(content))).statusCode();

        // Then
        assertThat(status).isEqualTo(200);
        ann.reads(answer);
        Posted.post(Posted.press(ann.id(), ann.newestNumber(), ann.data("Many times")));
        ann.reads("3 of 11");
    }

    @ParameterizedTest
    @CsvSource({"٤, 4", "۱۲, 12", "４, 4", "१५, 15"})
    void a_number_may_be_written_in_other_digits(String written, String kept) {
        // Given
        Volunteer ann = Halfway.atTheNumber();

        // When
        Posted.post(Posted.text(ann.id(), written));

        // Then
        ann.reads("When are you usually free?");
        assertThat(Kept.answers(ann.id())).containsEntry("hours", kept);
    }
}
