package org.branchline.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderAfterTest {

    private static final LocalDateTime SUNDAY = LocalDateTime.parse("2027-03-07T18:00");

    @Test
    void a_check_in_on_sunday_is_nudged_on_monday_goes_to_the_buddy_on_tuesday_and_is_a_card_on_wednesday() {
        // Given
        LadderAfter ladder = read("+1d 18:00, +2d 18:00, +3d");

        // When
        List<LocalDateTime> rungs = ladder.after(SUNDAY);

        // Then
        assertThat(rungs)
                .containsExactly(
                        LocalDateTime.parse("2027-03-08T18:00"),
                        LocalDateTime.parse("2027-03-09T18:00"),
                        LocalDateTime.parse("2027-03-10T18:00"));
    }

    @Test
    void a_rung_has_its_own_hour_or_the_one_of_the_occurrence() {
        assertThat(read("+1d, +7d 09:30").after(SUNDAY.withHour(11)))
                .containsExactly(LocalDateTime.parse("2027-03-08T11:00"), LocalDateTime.parse("2027-03-14T09:30"));
        assertThat(read(" +1d ,+7d 09:30")).hasToString("+1d, +7d 09:30");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | is no rung. Write days after it",
                "1d | as in +1d or +1d 18:00",
                "-3d | \"-3d\" is no rung",
                "eight days | \"eight days\" is no rung",
                "+0d | from +1d to +365d",
                "+366d | from +1d to +365d",
                "+1d 24:00 | is no rung",
                "last | is no rung",
                "+2d, +1d | Write the earliest first",
                "+1d 09:00, +1d 18:00 | each day once",
                "+1d, +2d, +3d, +4d, +5d, +6d, +7d, +8d, +9d, +10d, +11d | at most 10 rungs"
            })
    void what_is_no_ladder_is_refused_and_told_what_would_be_right(String written, String problem) {
        assertThat(LadderAfter.read(written).<List<String>>of(read -> List.of(), problems -> problems))
                .singleElement()
                .asString()
                .contains(problem);
    }

    private static LadderAfter read(String written) {
        return LadderAfter.read(written).of(read -> read, problems -> {
            throw new AssertionError(written + ": " + problems);
        });
    }
}
