package org.branchline.conversation.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MisreadTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            hours = 3                 ; = alone does not compare. Write ==, for example hours == 3.
            hours => 3                ; write >= for "at least" and <= for "at most".
            hours > 3 and friend      ; it says "and". Write &&, for example hours > 3 && hours < 9.
            friend OR hours > 3       ; it says "or". Write ||, for example hours < 3 || hours > 9.
            not friend                ; it says "not". Write !, for example !friend.
            way == 'calls             ; a quotation mark has no partner. Write both, for example 'calls'.
            way == “calls”            ; it has curly quotation marks. Write straight ones, for example 'calls'.
            hours > 3,5               ; it has a number with a comma. Write a point, for example 3.5.
            (hours > 3                ; a bracket has no partner. Write as many ( as ).
            hours > 3)                ; a bracket has no partner. Write as many ( as ).
            hours >=                  ; it stops too soon. Say what it is compared with, for example hours > 3, or 'calls' in ways.
            'calls' ways              ; it makes no sense from "ways" on. Write a comparison, for example hours > 3, or 'calls' in ways.
            ways == 'calls'           ; == does not go with several options and a text. Where several options are chosen, write 'calls' in ways, or size(ways) > 1.
            'calls' in way            ; in does not go with a text and a text. Where one option is chosen, write way == 'calls'.
            hours >= 4.5              ; >= does not go with a whole number and a number with decimals. Write a whole number, for example 4.
            miles > 4                 ; > does not go with a number with decimals and a whole number. Write the number with a point, for example 4.0.
            friend == 'yes'           ; == does not go with yes or no and a text. A question of yes or no stands alone: friend for yes, !friend for no.
            hours == '3'              ; == does not go with a whole number and a text. Write numbers without quotation marks, and options with them.
            hours && friend           ; && does not go with a whole number and yes or no. Compare first, for example hours > 3 && friend. A question of yes or no stands alone.
            ways.includes('calls')    ; nothing is called includes(…). Write a comparison, for example hours > 3, or 'calls' in ways.
            hours + 1                 ; it comes to a whole number, not to true or false. Compare it, for example hours > 3, or 'calls' in ways.
            start > 3                 ; > does not go with a date and a whole number. Compare dates with days, for example start > today, start < today + days(30), or start > date('2027-05-04').
            start == '2027-05-04'     ; == does not go with a date and a text. Compare dates with days, for example start > today, start < today + days(30), or start > date('2027-05-04').
            start < today + 3         ; + does not go with a date and a whole number. Compare dates with days, for example start > today, start < today + days(30), or start > date('2027-05-04').
            start > days(3)           ; > does not go with a date and a number of days. Compare dates with days, for example start > today, start < today + days(30), or start > date('2027-05-04').
            start > date(3)           ; date does not go with a whole number. Compare dates with days, for example start > today, start < today + days(30), or start > date('2027-05-04').
            start > date('31/2/2027') ; there is no day '31/2/2027'. Write year, month and day, for example date('2027-05-04').
            start > date('2027-02-29') ; there is no day '2027-02-29'. Write year, month and day, for example date('2027-05-04').
            start > date(way)         ; date(…) takes the day itself, in quotation marks: date('2027-05-04').
            start                     ; it comes to a date, not to true or false. Compare it, for example start > today, start < today + days(30), or start > date('2027-05-04').
            hours > 3 && today > date('2027-05-04') ; today goes beside a question of kind date only: it is the day it was answered.
            ways                      ; it comes to several options, not to true or false. Compare it, for example hours > 3, or 'calls' in ways.
            """)
    void what_is_wrong_and_what_would_be_right_is_said_in_plain_words(String condition, String said) {
        // When
        List<Problem> problems = problems(condition);

        // Then
        assertThat(problems).containsExactly(new Problem.BadCondition("questions[6].when", said));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#",
                "{}",
                "-friend",
                "hours == null",
                "has(hours)",
                "hours ? 1 : 2",
                "way[0] == 1",
                "hours[",
                "hours > 99999999999999999999",
                "3 < hours < 9",
                "way contains 'a'",
                "size(hours) > 1",
                "'a' in hours",
                "ways.exists(w, w = 'a')",
                "a.b.c(",
                "\\",
                "hours >\n >",
                "hours.x > 3",
                "way.matches(3)",
                "start.getDayOfWeek(way) == 1",
                "today.x > start",
                "today + today > start",
                "date() > start",
                "timestamp(3, 4) > start",
                "start > start.now()"
            })
    void no_word_of_the_compiler_s_is_shown(String condition) {
        // When
        List<Problem> problems = problems(condition);

        // Then
        assertThat(problems).isNotEmpty();
        assertThat(problems)
                .extracting(Problem::message)
                .noneMatch(message -> message.matches(
                        "(?s).*(EOF|token|overload|candidates|undeclared|mismatched|extraneous|expecting|macro|input"
                                + "|google|_|@|\\bint\\b|\\bstring\\b|container).*"));
    }

    private static List<Problem> problems(String condition) {
        return Checker.check(new Draft(
                        "p",
                        "1",
                        List.of("en"),
                        Texts.of("en", "Title"),
                        Period.ofMonths(1),
                        List.of(
                                question("hours", number(0)),
                                question("miles", number(1)),
                                question("friend", new Kind.YesNo()),
                                question("way", new Kind.One(options(), false)),
                                question("ways", new Kind.Several(options(), 1, 2, false)),
                                question("start", Kind.Date.ANY),
                                question("last", new Kind.YesNo()).withWhen(condition)),
                        null,
                        true))
                .problems();
    }

    private static Kind number(int decimals) {
        return new Kind.Figure(BigDecimal.ZERO, BigDecimal.valueOf(60), decimals, null);
    }

    private static List<Option> options() {
        return List.of(
                new Option("calls", Texts.of("en", "Phone voters")),
                new Option("leaflets", Texts.of("en", "Make leaflets")));
    }

    private static Question question(String id, Kind kind) {
        return Question.of(id, kind, Texts.of("en", "Well?"));
    }
}
