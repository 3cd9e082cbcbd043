package org.branchline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.branchline.conversation.Places;
import org.branchline.roster.Branch;
import org.branchline.roster.BranchBook;
import org.branchline.roster.city.Cities;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorldTest {

    private final World world = new World(
            new BranchBook(List.of(branch(1, "København"), branch(2, "Aarhus"), branch(3, "Düsseldorf"))),
            Cities::bundled);

    @ParameterizedTest
    @CsvSource({
        "koebenhavn, København",
        "kobenhavn, København",
        "KØBENHAVN, København",
        "Århus, Aarhus",
        "arhus, Aarhus",
        "duesseldorf, Düsseldorf",
        "dussel, Düsseldorf"
    })
    void a_branch_is_found_however_its_letters_are_typed(String typed, String name) {
        // Then
        assertThat(world.branchesLike(typed, "da"))
                .extracting(Places.Branch::name)
                .containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource({"koebenhavn, Europe/Copenhagen", "Århus, Europe/Copenhagen", "aarhus, Europe/Copenhagen"})
    void a_town_is_found_however_its_letters_are_typed(String typed, String zone) {
        // Then
        assertThat(world.cities(typed, "da")).singleElement().satisfies(city -> assertThat(city.zone())
                .hasToString(zone));
    }

    private static Branch branch(long id, String name) {
        return new Branch(id, "b" + id, null, Map.of("da", name), null, null, null);
    }
}
