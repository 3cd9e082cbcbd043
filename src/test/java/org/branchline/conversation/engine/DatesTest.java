package org.branchline.conversation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.branchline.conversation.Answer;
import org.branchline.conversation.Effect;
import org.branchline.conversation.Incoming;
import org.branchline.conversation.Person;
import org.branchline.conversation.Places;
import org.branchline.conversation.Run;
import org.branchline.conversation.Stage;
import org.branchline.conversation.Words;
import org.branchline.conversation.playbook.Check;
import org.branchline.conversation.playbook.DayBound;
import org.branchline.conversation.playbook.Kind;
import org.branchline.conversation.playbook.Playbook;
import org.branchline.conversation.playbook.Question;
import org.branchline.conversation.playbook.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 4);
    private static final Kind.Date THIS_YEAR =
            new Kind.Date(DayBound.TODAY, new DayBound.FromToday(Period.ofMonths(12)));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', textBlock = """
            31/02          ; February has at most 29 days. Please send the date again, for example 11 March 2027.
            29/02/2027     ; February 2027 has 28 days. Please send the date again, for example 11 March 2027.
            ٢٩/٠٢/٢٠٢٧     ; February 2027 has 28 days. Please send the date again, for example 11 March 2027.
            31 April       ; April has at most 30 days. Please send the date again, for example 11 March 2027.
            13/13/2027     ; There are only twelve months. I read 4/5 as 4 May. Please send the date again, for example 11 March 2027.
            Monday 4 May   ; 4 May 2027 is a Tuesday. Which day do you mean?
            yesterday      ; Please send a date from 4 March 2027 to 4 March 2028, for example 11 March 2027.
            next Friday    ; Please send a date from 4 March 2027 to 4 March 2028, for example 11 March 2027.
            """)
    void what_cannot_be_taken_is_told_with_its_reason_and_nothing_is_lost(String text, String said) {
        // Given
        Talk talk = new Talk(playbook(day(THIS_YEAR)));

        // When
        talk.writes(text);

        // Then
        assertThat(talk.said()).containsExactly(said);
        assertThat(talk.run.answers().byQuestion()).isEmpty();
        assertThat(talk.run.stage()).isEqualTo(new Stage.Asking("day", null, false));
    }

    @Test
    void a_question_without_a_range_names_none() {
        // Given
        Talk talk = new Talk(playbook(day(Kind.Date.ANY)));

        // When
        talk.writes("soon");

        // Then
        assertThat(talk.said()).containsExactly("Please send a date, for example 11 March 2027.");
    }

    @Test
    void the_answer_is_kept_and_left_on_the_member_with_the_day_it_was_told() {
        // Given
        Talk talk = new Talk(playbook(day(THIS_YEAR).withSave("back_on")));
        Answer answer = new Answer.Date(LocalDate.of(2027, 5, 4), TODAY);

        // When
        talk.writes("٤ May");

        // Then
        assertThat(talk.effects(Effect.Saved.class)).containsExactly(new Effect.Saved("back_on", answer));
        assertThat(talk.effects(Effect.Answered.class))
                .extracting(Effect.Answered::text)
                .containsExactly("Tuesday 4 May 2027");
        assertThat(Reading.values(answer)).containsExactly("2027-05-04");
    }

    @ParameterizedTest
    @CsvSource({"Pacific/Auckland, 2027-03-06", "America/Los_Angeles, 2027-03-05"})
    void today_is_where_the_person_is(String zone, LocalDate tomorrow) {
        // Given
        Person person = new Person("Ann", "en", ZoneId.of(zone), null, null);
        Instant halfPastOneInAuckland = Instant.parse("2027-03-04T12:30:00Z");
        Engine engine = new Engine("Labour International", Words.PLAIN, Places.NOWHERE);
        Run run = engine.turn(
                        playbook(day(THIS_YEAR)), Run.fresh(1, person), new Incoming.Began(), halfPastOneInAuckland)
                .run();

        // When
        run = engine.turn(playbook(day(THIS_YEAR)), run, new Incoming.Wrote(1, "tomorrow"), halfPastOneInAuckland)
                .run();

        // Then
        assertThat(run.answers().of("day").orElseThrow().answer())
                .isEqualTo(new Answer.Date(tomorrow, tomorrow.minusDays(1)));
    }

    @Test
    void near_days_have_buttons_where_they_are_taken() {
        assertThat(new Talk(playbook(day(Kind.Date.ANY))).labels()).containsExactly("Today", "Tomorrow");
        assertThat(new Talk(playbook(day(new Kind.Date(fixed("2020-01-01"), DayBound.TODAY)))).labels())
                .containsExactly("Today", "Yesterday");
        assertThat(new Talk(playbook(day(new Kind.Date(fixed("2027-05-01"), fixed("2027-05-31"))))).labels())
                .isEmpty();
        assertThat(new Talk(playbook(day(THIS_YEAR)
                                .withCheck(
                                        new Check("answer > today", SkillsAudit.texts("Later, please.", "Senere.")))))
                        .labels())
                .containsExactly("Tomorrow");
    }

    @Test
    void a_second_press_of_the_same_day_needs_no_word() {
        // Given
        Talk talk = new Talk(playbook(day(THIS_YEAR), Question.of("more", new Kind.YesNo(), ask("more"))));
        Incoming.Pressed press = talk.press("Tomorrow");

        // When
        talk.does(press).does(press);

        // Then
        assertThat(talk.said()).isEmpty();
        assertThat(talk.run.stage()).isEqualTo(new Stage.Asking("more", null, false));
    }

    @Test
    void a_check_may_look_at_earlier_dates() {
        // Given
        Talk talk = new Talk(playbook(
                day(THIS_YEAR),
                Question.of("until", THIS_YEAR, ask("until"))
                        .withCheck(new Check(
                                "answer >= day && answer <= day + days(7)",
                                SkillsAudit.texts("Within a week, please.", "Inden for en uge.")))));
        talk.writes("4 May");

        // When
        talk.writes("12 May");

        // Then
        assertThat(talk.said()).containsExactly("Within a week, please.");
        assertThat(talk.writes("11 May").run.stage()).isEqualTo(new Stage.Summary());
    }

    @Test
    void what_a_date_meant_when_it_was_told_it_means_later_too() {
        // Given
        Playbook playbook = playbook(
                day(THIS_YEAR),
                Question.of("soon", new Kind.YesNo(), ask("soon")).withWhen("day > today && day < today + days(7)"));
        Talk talk = new Talk(playbook);
        talk.writes("tomorrow").presses("Yes");
        Engine engine = new Engine("Labour International", Words.PLAIN, Places.NOWHERE);

        // When
        Run later = engine.turn(playbook, talk.run, new Incoming.Returned(), Talk.NOW.plus(Duration.ofDays(30)))
                .run();

        // Then
        assertThat(later.answers()).isEqualTo(talk.run.answers());
        assertThat(playbook.reach(later.answers()).stale()).isEmpty();
    }

    @Test
    void a_question_whose_last_day_is_over_is_not_asked() {
        // Given
        Kind over = new Kind.Date(DayBound.TODAY, fixed("2027-03-03"));

        // When
        Talk talk = new Talk(playbook(day(over), Question.of("more", new Kind.YesNo(), ask("more"))));

        // Then
        assertThat(talk.run.stage()).isEqualTo(new Stage.Asking("more", null, false));
    }

    @Test
    void a_question_whose_last_day_went_by_meanwhile_lets_people_go_on() {
        // Given
        Playbook playbook = playbook(
                day(new Kind.Date(DayBound.TODAY, fixed("2027-03-04"))),
                Question.of("more", new Kind.YesNo(), ask("more")));
        Talk talk = new Talk(playbook);
        Engine engine = new Engine("Labour International", Words.PLAIN, Places.NOWHERE);

        // When
        var turn = engine.turn(playbook, talk.run, new Incoming.Wrote(7, "today"), Talk.NOW.plus(Duration.ofDays(1)));

        // Then
        assertThat(turn.run().stage()).isEqualTo(new Stage.Asking("more", null, false));
        assertThat(turn.run().answers().of("day").orElseThrow().answer()).isEqualTo(new Answer.Skipped());
        assertThat(turn.effects().toString()).contains("That was possible until 4 March 2027. Let's go on.");
    }

    @Test
    void an_edit_that_comes_too_late_leaves_the_answer() {
        // Given
        Playbook playbook = playbook(day(new Kind.Date(DayBound.TODAY, fixed("2027-03-05"))));
        Talk talk = new Talk(playbook).writes("tomorrow");
        Engine engine = new Engine("Labour International", Words.PLAIN, Places.NOWHERE);

        // When
        var turn = engine.turn(
                playbook, talk.run, new Incoming.Corrected(talk.wrote, "today"), Talk.NOW.plus(Duration.ofDays(2)));

        // Then
        assertThat(turn.run().answers()).isEqualTo(talk.run.answers());
        assertThat(turn.effects().toString()).contains("That was possible until 5 March 2027.");
    }

    @Test
    void an_edited_message_corrects_the_date() {
        // Given
        Talk talk = new Talk(playbook(day(THIS_YEAR), Question.of("more", new Kind.YesNo(), ask("more"))));
        talk.writes("4 May");

        // When
        talk.does(new Incoming.Corrected(talk.wrote, "5 May"));

        // Then
        assertThat(talk.said()).containsExactly("✓ Changed: Ask day?: Wednesday 5 May 2027");
    }

    private static Playbook playbook(Question... questions) {
        return SkillsAudit.playbook(questions);
    }

    private static Question day(Kind kind) {
        return Question.of("day", kind, ask("day"));
    }

    private static Texts ask(String id) {
        return SkillsAudit.texts("Ask " + id + "?", "Spørg " + id + "?");
    }

    private static DayBound fixed(String day) {
        return new DayBound.Fixed(LocalDate.parse(day));
    }
}
