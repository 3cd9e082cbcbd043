package org.branchline.campaign.event.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.branchline.calendar.Deadline.Moment;
import org.branchline.calendar.LadderBefore;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.deadline.Deadline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotesTest {

    private static final ZoneId FAR = ZoneId.of("America/Argentina/ComodRivadavia");

    /** A title, a name, a time and what is said around them. */
    private static final int HEAD_AND_FOOT = 420;

    @ParameterizedTest
    @ValueSource(strings = {"en", "da"})
    void the_fullest_minutes_fit_into_one_message(String language) {
        // Given
        Notes notes = new Notes(
                Collections.nCopies(Notes.MOST, new Notes.Decision(1, "d".repeat(Notes.LONGEST))),
                Collections.nCopies(Notes.MOST, task("t".repeat(80), "n".repeat(120), "cannot")),
                null);

        // When
        int length = notes.decided(language).length()
                + notes.toDo(FAR, language, true).length();

        // Then
        assertThat(length + HEAD_AND_FOOT).isLessThanOrEqualTo(4096);
    }

    @Test
    void tasks_are_read_by_the_readers_clock_and_without_a_name_where_the_lead_is_erased() {
        // Given
        Notes notes = new Notes(List.of(), List.of(task("Book the hall", "Ann", ""), task("Buy tea", null, "")), null);

        // When
        String tokyo = notes.toDo(ZoneId.of("Asia/Tokyo"), "en", false);
        String paris = notes.toDo(ZoneId.of("Europe/Paris"), "da", false);

        // Then
        assertThat(tokyo)
                .isEqualTo(
                        "To do:\nBook the hall, by Fri 12 Mar 18:00 (Tokyo): Ann\nBuy tea, by Fri 12 Mar 18:00 (Tokyo)");
        assertThat(paris).contains("Book the hall, senest", "10:00 (Paris): Ann");
    }

    @Test
    void the_stamp_changes_with_what_is_noted_and_not_with_what_is_said_of_it_since() {
        // Given
        Notes one = new Notes(List.of(new Notes.Decision(1, "Yes")), List.of(task("Tea", "Ann", "")), null);
        Notes done = new Notes(List.of(new Notes.Decision(1, "Yes")), List.of(task("Tea", "Ann", "done")), null);
        Notes more = new Notes(List.of(), List.of(task("Tea", "Ann", "")), null);

        // Then
        assertThat(done.stamp()).isEqualTo(one.stamp());
        assertThat(more.stamp()).isNotEqualTo(one.stamp());
    }

    private static Task task(String title, String lead, String said) {
        Deadline deadline = new Deadline(
                7,
                "en",
                Map.of("en", title),
                Map.of("en", "Agreed."),
                "",
                new Moment(Instant.parse("2027-03-12T09:00:00Z")),
                Audience.EVERYONE,
                "Planning",
                LadderBefore.USUAL,
                lead == null ? null : 3L,
                lead,
                true,
                0,
                false,
                Instant.parse("2027-03-05T09:00:00Z"),
                null,
                null);
        return new Task(deadline, said);
    }
}
