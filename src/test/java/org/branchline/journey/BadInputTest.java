package org.branchline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * What the service promises under "Bad input" about joining and answering, line by line, and the test that shows it: a clear
 * answer, nothing lost, never a 500.
 */
class BadInputTest {

    private record Line(String promised, String room, String test) {}

    private static final List<Line> LINES = List.of(
            line("update twice, 50 times in parallel", "an_update_that_comes_fifty_times_at_once_counts_once"),
            line("the same press 20 times in a second", "a_button_pressed_twenty_times_in_a_second_counts_once"),
            line("another person's callback data", "a_button_of_somebody_else_changes_nothing_and_is_answered_kindly"),
            line("forged, empty callback data", "a_forged_or_damaged_button_changes_nothing"),
            line("truncated callback data", "a_button_cut_short_changes_nothing"),
            line("press on a message that is gone", "a_button_of_a_message_that_is_gone_still_answers"),
            line("a command in the middle", "a_command_in_between_is_answered_and_the_question_stays_open"),
            line("/start in the middle", "a_command_nobody_knows_is_said_and_loses_nothing"),
            line("/cancel in the middle", "cancel_leaves_the_playbook_keeps_its_answers_and_start_goes_on"),
            line("edited message", "an_edited_message_corrects_its_answer_and_nonsense_leaves_it"),
            line("start payload unknown, 65 characters", "a_link_nobody_made_is_said_and_joining_goes_on"),
            new Line(
                    "start payload expired, used up",
                    "intake.JoiningIT",
                    "a_link_that_is_over_is_said_and_joining_goes_on_without_its_branch"),
            line(
                    "4,096 emoji, right-to-left override, zero-width, lone surrogate, NUL",
                    "whatever_is_typed_gets_an_answer_and_the_chat_goes_on"),
            line("a name of _*[<b>&\"'", "a_name_is_shown_as_it_is"),
            new Line("a name of 256 characters", "intake.JoiningIT", "a_name_of_256_letters_is_cut"),
            new Line(
                    "=cmd|'/c calc'!A1",
                    "campaign.ForCoordinatorsIT",
                    "the_file_is_defused_audited_and_holds_nothing_special"),
            line("numbers in Arabic digits", "a_number_may_be_written_in_other_digits"),
            line(
                    "photo, sticker, voice, location, another person's contact, unknown future types",
                    "what_is_not_text_is_said_kindly_and_the_question_stays"),
            line("unknown fields, missing from", "fields_nobody_knows_and_a_sender_that_is_missing_do_no_harm"),
            line("52-bit ids, depth 1,000, 2 MiB", "numbers_of_52_bits_depth_and_length_do_no_harm"),
            line("the bot in a group", "in_a_group_nothing_personal_is_said"),
            line("one person's 1,000 updates", "a_flood_of_one_person_is_told_once_and_leaves_the_others_alone"),
            line("random updates", "random_updates_find_no_error_and_a_healthy_chat_goes_on"));

    @TestFactory
    Stream<DynamicTest> every_line_has_its_test() {
        return LINES.stream()
                .map(line -> DynamicTest.dynamicTest(
                        line.promised(), () -> assertThat(tests(line.room())).contains(line.test())));
    }

    private static Line line(String promised, String test) {
        return new Line(promised, "", test);
    }

    private static List<String> tests(String room) throws ClassNotFoundException {
        List<Class<?>> classes = room.isEmpty()
                ? List.of(RepeatedAndForgedIT.class, OutOfPlaceIT.class, HostileContentIT.class, RandomUpdatesIT.class)
                : List.of(Class.forName("org.branchline." + room));
        return classes.stream()
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method ->
                        method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class))
                .map(Method::getName)
                .toList();
    }
}
