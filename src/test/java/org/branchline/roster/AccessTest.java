package org.branchline.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** asia(1) over tokyo(2) and delhi(3); europe(4) over paris(5). */
class AccessTest {

    private static final BranchBook TREE = new BranchBook(List.of(
            branch(1, "asia", null),
            branch(2, "tokyo", 1L),
            branch(3, "delhi", 1L),
            branch(4, "europe", null),
            branch(5, "paris", 4L)));

    @ParameterizedTest(
            name =
                    "a {0} of {1} in {2}: results {3}, names {4}, export {5}, invite {6}, vouch {7}, appoint {8}, answer {9}, broadcast {10}, check in {11}, prompt {12}, report {13}, tell back {14}, host {15}")
    @CsvSource({
        "COORDINATOR,  , , yes, yes, yes, yes, yes, yes, yes, yes, yes, yes, yes, yes, yes",
        "COORDINATOR,  , 2, yes, yes, yes, yes, yes, yes, yes, yes, yes, yes, yes, yes, yes",
        "COORDINATOR, 1, 2, yes, yes, yes, yes, yes, yes, yes, yes, yes, yes, yes, yes, yes",
        "COORDINATOR, 1, 5, no, no, no, no, no, no, no, no, no, no, no, no, no",
        "COORDINATOR, 1, , no, no, no, no, no, no, no, no, no, no, no, no, no",
        "CAPTAIN, 2, 2, yes, yes, yes, yes, yes, no, yes, yes, yes, no, no, no, yes",
        "CAPTAIN, 2, 3, no, no, no, no, no, no, no, no, no, no, no, no, no",
        "CAPTAIN, 2, 1, no, no, no, no, no, no, no, no, no, no, no, no, no",
        "CAPTAIN, 2, , no, no, no, no, no, no, no, no, no, no, no, no, no",
        "CAPTAIN, 1, 3, yes, yes, yes, yes, yes, no, yes, yes, yes, no, no, no, yes",
        "CAPTAIN, 1, 5, no, no, no, no, no, no, no, no, no, no, no, no, no",
        "CAPTAIN,  , 2, no, no, no, no, no, no, no, no, no, no, no, no, no",
        "CAPTAIN, 99, 2, no, no, no, no, no, no, no, no, no, no, no, no, no",
        "BUDDY, 2, 2, yes, yes, no, no, no, no, no, no, yes, no, no, no, no",
        "BUDDY, 2, 3, no, no, no, no, no, no, no, no, no, no, no, no, no",
        "BUDDY,  , , no, no, no, no, no, no, no, no, no, no, no, no, no",
    })
    void a_role_allows_what_is_its_own_where_it_is(
            Role role,
            @Nullable Long of,
            @Nullable Long in,
            String results,
            String names,
            String export,
            String invite,
            String vouch,
            String appoint,
            String answer,
            String broadcast,
            String checkIn,
            String prompt,
            String report,
            String tellBack,
            String host) {
        // Given
        Access access = Access.of(List.of(new Grant(role, of)), TREE);

        // When
        List<String> decided = java.util.Arrays.stream(Deed.values())
                .map(deed -> access.may(deed, in) ? "yes" : "no")
                .toList();

        // Then
        assertThat(decided)
                .containsExactly(
                        results, names, export, invite, vouch, appoint, answer, broadcast, checkIn, prompt, report,
                        tellBack, host);
    }

    @Test
    void without_a_role_nothing_is_allowed() {
        // When
        Access access = Access.of(List.of(), TREE);

        // Then
        for (Deed deed : Deed.values()) {
            assertThat(access.may(deed, 2L)).isFalse();
            assertThat(access.may(deed, null)).isFalse();
            assertThat(access.mayAnywhere(deed)).isFalse();
            assertThat(access.where(deed)).isEmpty();
        }
    }

    @Test
    void a_captain_of_two_branches_acts_in_both_and_in_no_third() {
        // When
        Access access = Access.of(List.of(new Grant(Role.CAPTAIN, 2L), new Grant(Role.CAPTAIN, 4L)), TREE);

        // Then
        assertThat(access.where(Deed.INVITE)).extracting(Branch::key).containsExactly("tokyo", "europe", "paris");
    }

    private static Branch branch(long id, String key, @Nullable Long parent) {
        return new Branch(id, key, parent, Map.of("en", key), null, null, null);
    }
}
