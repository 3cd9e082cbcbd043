package org.branchline.ops.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.branchline.intake.Causes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineTest {

    @Test
    void the_keys_that_lead_a_format_are_keys_and_the_rest_is_message() {
        // When
        String line = new Line("bot=%d update=%d kind=%s was given up after %d tries", 7L, 9L, "Text", 5).toString();

        // Then
        assertThat(line).isEqualTo("bot=7 update=9 kind=Text msg=\"was given up after 5 tries\"");
    }

    @Test
    void a_key_without_a_value_is_left_out() {
        // When
        String line = new Line("bot=%d row=%d run=%s failed", 7L, 3L, null).toString();

        // Then
        assertThat(line).isEqualTo("bot=7 row=3 msg=failed");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "two words, '\"two words\"'",
                "a=b, '\"a=b\"'",
                "'', '\"\"'",
                "say \"hi\", '\"say \\\"hi\\\"\"'",
                "back\\slash, '\"back\\\\slash\"'",
                "Zoë, '\"Zoë\"'",
                "a%b, a%b"
            })
    void a_value_is_quoted_where_it_would_not_stand_alone(String value, String shown) {
        // When
        String line = new Line("name=%s", value).toString();

        // Then
        assertThat(line).isEqualTo("name=" + shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\ntime=2027-01-01T00:00:00.000Z level=ERROR msg=forged",
                "x\r\nlevel=ERROR",
                "x\" level=ERROR msg=\"forged",
                "x\\\" level=ERROR",
                "x\u001b[2J\u0007\b",
                "x\u2028level=ERROR\u2029y\u0085z",
                "x\u202etxet",
                "x\u0000y\ud800z",
                "%d %s %n"
            })
    void nonsense_stays_one_value_in_one_line(String nonsense) {
        // When
        String ours = new Line("bot=%d said %s", 7L, nonsense).toString();
        String key = new Line("name=%s", nonsense).toString();
        String foreign = new Line(nonsense).toString();

        // Then
        assertThat(ours).matches("bot=7 msg=" + QUOTED);
        assertThat(key).matches("name=" + QUOTED);
        assertThat(foreign).matches("msg=" + QUOTED);
    }

    /** What every reader of logfmt takes for one value. */
    private static final String QUOTED = "\"(?:[^\"\\\\\\p{C}\\u2028\\u2029]|\\\\[\"\\\\nrt]|\\\\u[0-9a-f]{4,6})*\"";

    @Test
    void a_message_of_somebody_else_makes_no_keys() {
        // When
        String line = new Line("bot=9 level=ERROR").toString();

        // Then
        assertThat(line).isEqualTo("msg=\"bot=9 level=ERROR\"");
    }

    @Test
    void a_stack_trace_stands_indented_below_without_what_its_exceptions_say() {
        // Given
        Throwable failure = new IllegalStateException("Zerafina\nlevel=ERROR", new ArithmeticException("Zerafina"));

        // When
        String ours = new Line("bot=%d failed: %s", 7L, Causes.trace(failure)).toString();
        String foreign = new Line("oh").because(failure).toString();

        // Then
        String names = "java.lang.IllegalStateException < java.lang.ArithmeticException";
        assertThat(ours.lines().findFirst()).hasValue("bot=7 msg=\"failed: " + names + "\"");
        assertThat(foreign.lines().findFirst()).hasValue("msg=oh cause=\"" + names + "\"");
        assertThat(ours + foreign)
                .contains("\n\tat org.branchline.ops.log.LineTest.")
                .doesNotContain("Zerafina");
        assertThat(ours.lines().skip(1)).allMatch(place -> place.startsWith("\t"));
        assertThat(foreign.lines().skip(1)).allMatch(place -> place.startsWith("\t"));
    }
}
