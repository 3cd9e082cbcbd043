package org.branchline.campaign.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.branchline.calendar.Deadline;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedDueTest {

    /** A Friday. */
    private static final Instant NOW = Instant.parse("2027-03-05T03:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12 March            | EndOf[day=2027-03-12]
            tomorrow            | EndOf[day=2027-03-06]
            på mandag           | EndOf[day=2027-03-08]
            2027-03-12 18:00    | Moment[at=2027-03-12T09:00:00Z]
            Monday 9:30         | Moment[at=2027-03-08T00:30:00Z]
            18:00               | Moment[at=2027-03-05T09:00:00Z]
            i morgen kl. 18     | Moment[at=2027-03-06T09:00:00Z]
            31 February         | none
            as soon as possible | none
            """)
    void a_day_is_its_end_everywhere_and_an_hour_one_moment_for_all(String typed, String due) {
        // When
        String read = TypedDue.read(typed, ZoneId.of("Asia/Tokyo"), NOW)
                .map(Deadline::toString)
                .orElse("none");

        // Then
        assertThat(read).isEqualTo(due);
    }
}
