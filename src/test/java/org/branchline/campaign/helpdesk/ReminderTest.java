package org.branchline.campaign.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.branchline.roster.Branch;
import org.branchline.roster.BranchBook;
import org.branchline.roster.Grant;
import org.branchline.roster.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderTest {

    private static final BranchBook TREE =
            new BranchBook(List.of(new Branch(2, "tokyo", null, Map.of("en", "Tokyo"), null, null, null)));
    private static final List<Reminder.Waiting> TWO =
            List.of(new Reminder.Waiting(2L, 70), new Reminder.Waiting(null, 71));
    private static final Instant NOON = Instant.parse("2027-03-04T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2027-03-04T07:59:59Z, Europe/Paris, ",
        "2027-03-04T08:00:00Z, Europe/Paris, 2027-03-04",
        "2027-03-04T18:59:59Z, Europe/Paris, 2027-03-04",
        "2027-03-04T19:00:00Z, Europe/Paris, ",
        "2027-03-04T00:30:00Z, Asia/Tokyo, 2027-03-04",
        "2027-03-04T20:00:00Z, Pacific/Auckland, 2027-03-05",
        "2027-03-04T12:00:00Z, , 2027-03-04"
    })
    void somebody_is_told_by_day_where_they_are(Instant now, @Nullable ZoneId zone, @Nullable LocalDate day) {
        // When
        List<Reminder> due = Reminder.due(List.of(helper(1, zone, null, Role.COORDINATOR, null)), TWO, TREE, now);

        // Then
        assertThat(due.stream().map(Reminder::day).toList()).isEqualTo(day == null ? List.of() : List.of(day));
    }

    @Test
    void each_is_told_of_what_they_may_answer() {
        // Given
        Helper cora = helper(1, ZoneId.of("Europe/Paris"), null, Role.COORDINATOR, null);
        Helper maria = helper(2, ZoneId.of("Europe/Paris"), null, Role.CAPTAIN, 2L);
        Helper asks = helper(7, ZoneId.of("Europe/Paris"), null, Role.CAPTAIN, 2L);

        // When
        List<Reminder> due = Reminder.due(List.of(cora, maria, asks), TWO, TREE, NOON);

        // Then
        assertThat(due).extracting(Reminder::helper).containsExactly(cora, maria);
        assertThat(due).extracting(Reminder::waiting).containsExactly(2, 1);
    }

    @Test
    void whoever_asked_for_quiet_is_left_alone() {
        // Given
        Helper quiet = helper(1, ZoneId.of("Europe/Paris"), NOON.plusSeconds(1), Role.COORDINATOR, null);

        // Then
        assertThat(Reminder.due(List.of(quiet), TWO, TREE, NOON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Paris, , 2027-03-05T08:00:00Z",
        "Pacific/Auckland, , 2027-03-04T20:00:00Z",
        "Europe/Paris, 2027-03-06T10:30:00Z, 2027-03-06T10:30:00Z",
        "Europe/Paris, 2027-03-06T23:00:00Z, 2027-03-07T08:00:00Z",
        "Europe/Paris, 2027-03-01T00:00:00Z, 2027-03-05T08:00:00Z",
        ", , 2027-03-05T09:00:00Z"
    })
    void who_is_not_told_now_may_be_on_the_next_morning_or_when_quiet_ends(
            @Nullable ZoneId zone, @Nullable Instant quiet, Instant next) {
        // When
        Instant found = Reminder.next(List.of(helper(1, zone, quiet, Role.COORDINATOR, null)), NOON);

        // Then
        assertThat(found).isEqualTo(next);
    }

    @Test
    void whoever_may_be_told_first_is_next_and_nobody_where_nobody_answers() {
        // Given
        Helper paris = helper(1, ZoneId.of("Europe/Paris"), null, Role.COORDINATOR, null);
        Helper auckland = helper(2, ZoneId.of("Pacific/Auckland"), null, Role.COORDINATOR, null);

        // When / Then
        assertThat(Reminder.next(List.of(paris, auckland), NOON)).isEqualTo("2027-03-04T20:00:00Z");
        assertThat(Reminder.next(List.of(), NOON)).isNull();
    }

    private static Helper helper(
            long number, @Nullable ZoneId zone, @Nullable Instant quiet, Role role, @Nullable Long branch) {
        return new Helper(number, number * 10, "Kim", "en", zone, quiet, List.of(new Grant(role, branch)));
    }
}
