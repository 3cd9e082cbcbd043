package org.branchline.campaign.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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

/** asia(1) over tokyo(2); paris(3) beside it. */
class HelperTest {

    private static final Instant NOW = Instant.parse("2027-03-04T12:00:00Z");
    private static final BranchBook TREE =
            new BranchBook(List.of(branch(1, "asia", null), branch(2, "tokyo", 1L), branch(3, "paris", null)));

    private final Helper maria = helper(1, "Maria", null, new Grant(Role.CAPTAIN, 2L));
    private final Helper asia = helper(2, "Aki", null, new Grant(Role.COORDINATOR, 1L));
    private final Helper cora = helper(3, "Cora", null, new Grant(Role.COORDINATOR, null));
    private final Helper paul = helper(4, "Paul", null, new Grant(Role.CAPTAIN, 3L));

    @Test
    void the_captain_of_the_branch_gets_it_alone() {
        // When
        List<Helper> told = Helper.forQuestion(List.of(cora, maria, asia, paul), 2L, 99, TREE, NOW);

        // Then
        assertThat(told).containsExactly(maria);
    }

    @Test
    void without_a_captain_it_goes_to_the_coordinators_who_run_that_part_or_everything() {
        // When
        List<Helper> told = Helper.forQuestion(List.of(cora, asia, paul), 2L, 99, TREE, NOW);

        // Then
        assertThat(told).containsExactly(cora, asia);
        assertThat(Helper.forQuestion(List.of(cora, asia, paul), null, 99, TREE, NOW))
                .containsExactly(cora);
    }

    @Test
    void whoever_asks_is_not_asked() {
        // When
        List<Helper> told = Helper.forQuestion(List.of(maria, cora), 2L, maria.chat(), TREE, NOW);

        // Then
        assertThat(told).containsExactly(cora);
        assertThat(Helper.forQuestion(List.of(maria), 2L, maria.chat(), TREE, NOW))
                .isEmpty();
    }

    @Test
    void whoever_asked_for_quiet_is_passed_over_while_somebody_else_is_there() {
        // Given
        Helper quiet = helper(5, "Kim", NOW.plusSeconds(1), new Grant(Role.CAPTAIN, 2L));

        // Then
        assertThat(Helper.forQuestion(List.of(quiet, cora), 2L, 99, TREE, NOW)).containsExactly(cora);
        assertThat(Helper.forQuestion(List.of(quiet), 2L, 99, TREE, NOW)).containsExactly(quiet);
    }

    @ParameterizedTest
    @CsvSource({
        "CAPTAIN, 2, 2, CAPTAIN",
        "CAPTAIN, 1, 2, CAPTAIN",
        "CAPTAIN, 3, 2, ",
        "BUDDY, 2, 2, ",
        "COORDINATOR, , 2, COORDINATOR"
    })
    void somebody_answers_as_what_they_are_there(
            Role role, @Nullable Long of, @Nullable Long asked, @Nullable Role expected) {
        // When
        Role found = Helper.role(List.of(new Grant(role, of)), asked, TREE);

        // Then
        assertThat(found).isEqualTo(expected);
    }

    private static Helper helper(long number, String name, @Nullable Instant quiet, Grant grant) {
        return new Helper(number, number * 10, name, "en", ZoneId.of("Europe/Paris"), quiet, List.of(grant));
    }

    private static Branch branch(long id, String key, @Nullable Long parent) {
        return new Branch(id, key, parent, Map.of("en", key), null, null, null);
    }
}
