package org.branchline.campaign.deadline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.branchline.calendar.Deadline;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaterTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2027-03-05T10:00 | 2027-03-12T18:00 | EVENING 05T18:00, TOMORROW 06T09:00, DAY_BEFORE 11T18:00
            2027-03-05T17:30 | 2027-03-12T18:00 | EVENING 05T20:00, TOMORROW 06T09:00, DAY_BEFORE 11T18:00
            2027-03-05T20:30 | 2027-03-12T18:00 | TOMORROW 06T09:00, DAY_BEFORE 11T18:00
            2027-03-11T10:00 | 2027-03-12T18:00 | EVENING 11T18:00, TOMORROW 12T09:00
            2027-03-10T10:00 | 2027-03-12T18:00 | EVENING 10T18:00, TOMORROW 11T09:00, DAY_BEFORE 11T18:00
            2027-03-12T10:00 | 2027-03-12T19:00 | EVENING 12T18:00
            2027-03-12T10:00 | 2027-03-12T18:00 | ''
            """)
    void what_can_be_chosen_is_never_past_the_time(LocalDateTime now, LocalDateTime due, String choices) {
        // When
        String found = Later.choices(
                        new Deadline.Moment(due.atZone(TOKYO).toInstant()),
                        TOKYO,
                        now.atZone(TOKYO).toInstant())
                .entrySet()
                .stream()
                .map(choice -> choice.getKey() + " "
                        + choice.getValue()
                                .atZone(TOKYO)
                                .toLocalDateTime()
                                .toString()
                                .substring(8))
                .collect(Collectors.joining(", "));

        // Then
        assertThat(found).isEqualTo(choices);
    }
}
