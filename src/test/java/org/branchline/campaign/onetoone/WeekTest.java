package org.branchline.campaign.onetoone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeekTest {

    @ParameterizedTest
    @CsvSource({
        "2027-03-01, 2027-03-01",
        "2027-03-03, 2027-03-01",
        "2027-03-07, 2027-03-01",
        "2027-03-08, 2027-03-08",
        "2027-01-01, 2026-12-28",
        "2028-02-29, 2028-02-28"
    })
    void a_week_begins_on_monday_over_the_ends_of_months_and_years(LocalDate day, LocalDate monday) {
        assertThat(Week.monday(day)).isEqualTo(monday);
    }
}
