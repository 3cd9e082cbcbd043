package org.branchline.campaign.repeating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedRuleTest {

    /** A Thursday. */
    private static final LocalDateTime NOW = LocalDateTime.parse("2027-03-04T12:00");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "every week on Sunday at 18:00 | FREQ=WEEKLY;BYDAY=SU | 2027-03-07T18:00 | every week on Sunday at 18:00",
                "Every Sunday at 6pm | FREQ=WEEKLY;BYDAY=SU | 2027-03-07T18:00 | every week on Sunday at 18:00",
                "every 2 weeks on Monday at 9 | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO | 2027-03-08T09:00 | every 2 weeks on Monday at 09:00",
                "hver anden uge på mandag kl. 9.30 | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO | 2027-03-08T09:30 | every 2 weeks on Monday at 09:30",
                "every month on the 1st at 18:00 | FREQ=MONTHLY;BYMONTHDAY=1 | 2027-03-04T18:00 | every month on day 1 at 18:00",
                "hver måned den 15. kl. 18 | FREQ=MONTHLY;BYMONTHDAY=15 | 2027-03-04T18:00 | every month on day 15 at 18:00",
                "every day at 8:15 | FREQ=DAILY | 2027-03-04T08:15 | every day at 08:15",
                "once on 5 March at 18:00 | FREQ=DAILY;COUNT=1 | 2027-03-05T18:00 | 'once, on 5 March 2027 at 18:00'",
                "tomorrow at 18:00 | FREQ=DAILY;COUNT=1 | 2027-03-05T18:00 | 'once, on 5 March 2027 at 18:00'",
                "every week on Sunday at 18:00 until 4 May | FREQ=WEEKLY;UNTIL=20270504;BYDAY=SU | 2027-03-07T18:00 | "
                        + "'every week on Sunday at 18:00, until 4 May 2027'",
                "hver uge på søndag kl. 18 til og med 4. maj | FREQ=WEEKLY;UNTIL=20270504;BYDAY=SU | 2027-03-07T18:00 | "
                        + "'every week on Sunday at 18:00, until 4 May 2027'",
                "hver uge på søndag kl. 18 indtil 4. maj | FREQ=WEEKLY;UNTIL=20270504;BYDAY=SU | 2027-03-07T18:00 | "
                        + "'every week on Sunday at 18:00, until 4 May 2027'"
            })
    void plain_words_are_a_rule_and_a_rule_is_plain_words(
            String typed, String rule, LocalDateTime start, String words) {
        // When
        var read = TypedRule.read(typed, NOW).orElseThrow();

        // Then
        assertThat(read.rule()).isEqualTo(rule);
        assertThat(read.start()).isEqualTo(start);
        assertThat(RuleWords.of("en", read)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "every week",
                "every week on Sunday",
                "every week on Someday at 18:00",
                "every week on Sunday at 25:00",
                "every month on the 40th at 18:00",
                "every 0 weeks on Sunday at 18:00",
                "once on 3 March 2027 at 18:00",
                "every day on Sunday at 18:00",
                "31 February at 9:00"
            })
    void what_is_no_rule_is_not_guessed_at(String typed) {
        // Then
        assertThat(TypedRule.read(typed, NOW)).isEmpty();
    }
}
