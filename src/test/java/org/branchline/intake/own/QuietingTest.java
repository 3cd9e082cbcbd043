package org.branchline.intake.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietingTest {

    private static final Instant NOW = Instant.parse("2027-03-04T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2027-09-01, 2027-08-31T15:00:00Z",
        "1/9/2027, 2027-08-31T15:00:00Z",
        "01.09.2027, 2027-08-31T15:00:00Z",
        "31/02/2028,",
        "29/02/2027,",
        "1/9/2020,",
        "4/3/2027,",
        "tomorrow, 2027-03-04T15:00:00Z",
        "1. september, 2027-08-31T15:00:00Z",
        "today,",
        "soon,",
        "'',",
        "١/٩/٢٠٢٧, 2027-08-31T15:00:00Z",
        "1/9/99999,",
    })
    void a_day_to_come_is_read_where_the_person_is(String typed, @Nullable Instant start) {
        assertThat(Quieting.day(typed, ZoneId.of("Asia/Tokyo"), NOW).orElse(null))
                .isEqualTo(start);
    }
}
