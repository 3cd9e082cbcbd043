package org.branchline.campaign.event.making;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedBeginningTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    /** A Thursday, 19:00 in Tokyo. */
    private static final Instant NOW = Instant.parse("2027-03-04T10:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thursday 18:00 | 2027-03-11T18:00 | ''",
                "thursday 8pm | 2027-03-04T20:00 | ''",
                "torsdag kl. 18 | 2027-03-11T18:00 | ''",
                "tomorrow 18:00 | 2027-03-05T18:00 | ''",
                "4 May 18:30 | 2027-05-04T18:30 | ''",
                "d. 4. maj kl. 18.30 | 2027-05-04T18:30 | ''",
                "once on 5 March at 18:00 | 2027-03-05T18:00 | ''",
                "every Thursday 18:00 | 2027-03-11T18:00 | FREQ=WEEKLY;BYDAY=TH",
                "every Thursday 20:00 | 2027-03-04T20:00 | FREQ=WEEKLY;BYDAY=TH",
                "every Thursday 18:00 until 4 May | 2027-03-11T18:00 | FREQ=WEEKLY;UNTIL=20270504;BYDAY=TH",
                "hver torsdag kl. 18 indtil 4. maj | 2027-03-11T18:00 | FREQ=WEEKLY;UNTIL=20270504;BYDAY=TH",
                "every 2 weeks on Monday at 9 | 2027-03-08T09:00 | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
                "every month on the 1st at 18:00 | 2027-04-01T18:00 | FREQ=MONTHLY;BYMONTHDAY=1"
            })
    void a_time_is_read_by_the_makers_clock_once_or_again_and_again(String typed, LocalDateTime first, String rule) {
        assertThat(TypedBeginning.read(typed, TOKYO, NOW)).contains(new Sketch.Beginning(first, rule));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "Thursday", "every Thursday", "every Someday 18:00", "Thursday 25:00"})
    void what_is_no_time_is_not_guessed_at(String typed) {
        assertThat(TypedBeginning.read(typed, TOKYO, NOW)).isEmpty();
    }

    @Test
    void what_is_over_or_a_year_away_is_not_ahead() {
        assertThat(TypedBeginning.ahead(once("2027-03-04T19:01"), TOKYO, NOW)).isTrue();
        assertThat(TypedBeginning.ahead(once("2027-03-04T19:00"), TOKYO, NOW)).isFalse();
        assertThat(TypedBeginning.ahead(once("2028-03-06T18:00"), TOKYO, NOW)).isFalse();
    }

    private static Sketch.Beginning once(String local) {
        return new Sketch.Beginning(LocalDateTime.parse(local), "");
    }
}
