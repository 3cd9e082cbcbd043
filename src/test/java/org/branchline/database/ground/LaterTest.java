package org.branchline.database.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.branchline.database.StartProblem;
import org.junit.jupiter.api.Test;

class LaterTest {

    private static final List<String> OWN = List.of("V1__ground.sql", "V9__nine.sql", "V10__contract_9_names.sql");

    @Test
    void the_own_schema_is_nothing_to_speak_of() {
        assertThat(Later.of(OWN).met(10, "db:5432/campaign")).isEmpty();
        assertThat(Later.of(List.of()).met(10, "db:5432/campaign")).isEmpty();
    }

    @Test
    void one_that_only_grew_is_said_and_worked_on() {
        assertThat(Later.of(List.of("V9__nine.sql", "V11__contracts_of_work.sql"))
                        .met(9, "db:5432/campaign"))
                .contains("The schema in db:5432/campaign is V11 of a later release; this one's is V9."
                        + " It has all that this release uses.");
    }

    @Test
    void one_that_took_away_what_this_release_does_without_is_worked_on() {
        assertThat(Later.of(OWN).met(9, "db:5432/campaign")).isPresent();
    }

    @Test
    void one_that_took_away_what_this_release_uses_is_refused_with_what_to_do() {
        assertThatThrownBy(() -> Later.of(OWN).met(8, "db:5432/campaign"))
                .isInstanceOf(StartProblem.class)
                .hasMessage(
                        "The schema in db:5432/campaign is V10 of a later release, which took away what this release"
                                + " (V8) uses: start a release whose schema is V9 or newer.");
    }
}
