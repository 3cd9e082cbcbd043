package org.branchline.campaign.deadline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.branchline.calendar.QuietHours;
import org.branchline.campaign.helpdesk.Helper;
import org.branchline.roster.BranchBook;
import org.branchline.roster.Grant;
import org.branchline.roster.Role;
import org.junit.jupiter.api.Test;

class UntoldTest {

    @Test
    void a_branch_is_not_cut_in_two_where_others_stand_before_it() {
        // Given
        List<Cannot> read = List.of(cannot(1, 10), cannot(1, 11), cannot(2, 12));

        // When
        Untold page = Untold.of(read, 3);

        // Then
        assertThat(page.page()).extracting(Cannot::member).containsExactly(10L, 11L);
        assertThat(page.more()).contains(new Untold.Place(1, 7, 11));
    }

    @Test
    void a_branch_that_alone_is_more_than_a_page_is_told_page_by_page() {
        // Given
        List<Cannot> read = List.of(cannot(2, 10), cannot(2, 11), cannot(2, 12));

        // When
        Untold page = Untold.of(read, 3);

        // Then
        assertThat(page.page()).hasSize(3);
        assertThat(page.more()).contains(new Untold.Place(2, 7, 12));
    }

    @Test
    void the_last_page_is_whole() {
        // Given
        List<Cannot> read = List.of(cannot(1, 10), cannot(2, 11));

        // When
        Untold page = Untold.of(read, 3);

        // Then
        assertThat(page.page()).hasSize(2);
        assertThat(page.more()).isEmpty();
    }

    @Test
    void many_are_told_in_several_turns() {
        // Given
        Helper maria = new Helper(1, 2, "Maria", "en", null, null, List.of(new Grant(Role.CAPTAIN, 1L)));
        Untold page = Untold.of(List.of(cannot(1, 10), cannot(1, 11), cannot(1, 12)), 10);

        // When
        List<Untold.Told> told =
                page.due(List.of(maria), BranchBook.EMPTY, QuietHours.NONE, Instant.parse("2027-03-01T19:00:00Z"), 2);

        // Then
        assertThat(told).extracting(turn -> turn.them().size()).containsExactly(2, 1);
        assertThat(told).extracting(Untold.Told::helpers).containsOnly(List.of(maria));
    }

    private static Cannot cannot(long branch, long member) {
        return new Cannot(7, member, 100 + member, branch, null, false, Instant.parse("2027-02-28T12:00:00Z"));
    }
}
