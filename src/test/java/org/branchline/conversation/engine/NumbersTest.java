package org.branchline.conversation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = ';', textBlock = """
            3                    ; 3
            about 3 hours        ; 3
            3 or 4               ; 3 4
            3-4                  ; 3 4
            -3                   ; -3
            2.5                  ; 2.5
            2,5                  ; 2.5
            ٣                    ; 3
            ٢٫٥                  ; 2.5
            １２                  ; 12
            two                  ; 2
            To                   ; 2
            1,000                ; 1.000
            31/02                ; 31 02
            lots                 ;
            ...                  ;
            """)
    void numbersAreReadAsPeopleWriteThem(String text, String expected) {
        // Given
        String wanted = expected == null ? "" : expected;

        // When
        String read = Numbers.in(text, false).stream().map(Object::toString).collect(Collectors.joining(" "));

        // Then
        assertThat(read).isEqualTo(wanted.replace("02", "2"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            1,000 ; 1000
            2.500 ; 2500
            2.5   ; 2.5
            """)
    void wholeNumbersMayGroupTheirThousands(String text, String expected) {
        // Given
        boolean whole = true;

        // When
        var read = Numbers.in(text, whole);

        // Then
        assertThat(read.toString()).isEqualTo("[" + expected + "]");
    }

    @ParameterizedTest
    @CsvSource({"9999999999999999999999999999999999999999", "1111111111111111111111111111111"})
    void endlessDigitsAreOnlyLarge(String text) {
        // Given
        String endless = text.repeat(100);

        // When
        var read = Numbers.in(endless, true);

        // Then
        assertThat(read).singleElement().satisfies(number -> assertThat(number.precision())
                .isEqualTo(31));
    }
}
