package org.branchline.campaign.diary;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** As another library reads what we write. */
class EntryTest {

    private static final Instant MOMENT = Instant.parse("2027-03-12T09:00:00Z");
    private static final String TASK = "Open the page; choose an evening, please \\o/\nÆ, ø and å, at such length that"
            + " the line is folded, and 🙏 too, and that more than once, so that it can be seen.";

    @Test
    void a_moment_is_an_event_at_that_moment() {
        // When
        VEvent event = read(Entry.from("deadline-7-3", 2, "Sign up").at(MOMENT).about(TASK));

        // Then
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(MOMENT);
        assertThat(event.getDateStart().getValue().hasTime()).isTrue();
        assertThat(event.getDateEnd()).isNull();
        assertThat(event.getSummary().getValue()).isEqualTo("Sign up");
        assertThat(event.getDescription().getValue()).isEqualTo(TASK);
        assertThat(event.getUid().getValue()).isEqualTo("deadline-7-3@branchline");
        assertThat(event.getSequence().getValue()).isEqualTo(2);
        assertThat(event.getDateTimeStamp().getValue().toInstant()).isEqualTo(MOMENT.minusSeconds(60));
    }

    @Test
    void what_takes_a_while_has_an_end_and_a_place() {
        // When
        VEvent event = read(Entry.from("shift-1-1", 0, "Calls")
                .during(MOMENT, MOMENT.plusSeconds(5_400))
                .at("Town hall, room 3"));

        // Then
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(MOMENT.plusSeconds(5_400));
        assertThat(event.getLocation().getValue()).isEqualTo("Town hall, room 3");
    }

    @Test
    void the_whole_of_a_day_is_that_day_wherever_somebody_is() {
        // When
        VEvent event = read(Entry.from("deadline-7-3", 0, "Sign up").on(LocalDate.of(2027, 3, 12)));

        // Then
        assertThat(event.getDateStart().getValue().hasTime()).isFalse();
        assertThat(event.getDateStart().getValue().getRawComponents().toString())
                .contains("2027", "3", "12");
    }

    @Test
    void no_line_has_more_octets_than_the_standard_allows() {
        // When
        String[] lines = Entry.from("a", 0, TASK).at(MOMENT).text(MOMENT).split("\r\n");

        // Then
        assertThat(Arrays.stream(lines).map(line -> line.getBytes(StandardCharsets.UTF_8).length))
                .allMatch(octets -> octets <= 75)
                .contains(75);
    }

    private static VEvent read(Entry entry) {
        ICalendar calendar = Biweekly.parse(entry.text(MOMENT.minusSeconds(60))).first();
        assertThat(calendar.validate(biweekly.ICalVersion.V2_0).isEmpty()).isTrue();
        return calendar.getEvents().get(0);
    }
}
