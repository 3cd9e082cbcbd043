package org.branchline.conversation.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.branchline.conversation.playbook.Condition.Truth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

    private final ConditionCompiler compiler = new ConditionCompiler(Map.of(
            "help_with",
            Meaning.IDS,
            "hours",
            Meaning.WHOLE,
            "share",
            Meaning.DECIMAL,
            "called",
            Meaning.FLAG,
            "wards",
            Meaning.ID,
            "town",
            Meaning.TEXT,
            "back_on",
            Meaning.DATE));

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            'calls' in help_with                     ; TRUE
            'posts' in help_with                     ; FALSE
            hours >= 4                               ; UNKNOWN
            hours >= 4 && called                     ; UNKNOWN
            hours >= 4 || called                     ; TRUE
            called || hours >= 4                     ; TRUE
            !called && hours >= 4                    ; FALSE
            hours >= 4 && !called                    ; FALSE
            !(hours >= 4)                            ; UNKNOWN
            size(help_with) > 1                      ; FALSE
            help_with.exists(x, x == 'calls')        ; TRUE
            share > 0.5                              ; TRUE
            wards == 'north'                         ; TRUE
            town.contains('rist')                    ; TRUE
            1 / 0 == 1                               ; UNKNOWN
            back_on > date('2027-05-03')             ; TRUE
            back_on > date('2027-05-04')             ; FALSE
            back_on == date('2027-05-04')            ; TRUE
            back_on - date('2027-05-01') == days(3)  ; TRUE
            back_on < date('2027-04-30') + days(5)   ; TRUE
            back_on.getDayOfWeek() == 2              ; TRUE
            back_on > today                          ; UNKNOWN
            back_on + days(9223372036854775807) > back_on ; TRUE
            """)
    void onlyTrueIsTrue(String source, Truth expected) throws Exception {
        // Given
        Condition condition = compiler.when(source);
        Map<String, Object> answers = Map.of(
                "help_with",
                java.util.List.of("calls"),
                "share",
                0.75,
                "called",
                true,
                "wards",
                "north",
                "town",
                "Bristol",
                "back_on",
                Dates.instant(LocalDate.of(2027, 5, 4)));

        // When
        Truth truth = condition.given(name -> Optional.ofNullable(answers.get(name)));

        // Then
        assertThat(truth).isEqualTo(expected);
    }
}
