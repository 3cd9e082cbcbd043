package org.branchline.campaign.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.branchline.intake.Recorded;
import org.branchline.intake.Volunteer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** To whom a prompt is put: whoever a message to many can be for, and captains and coordinators. */
@QuarkusTest
@TestProfile(Recorded.class)
class WhomIT extends PromptCase {

    private static final String WHEN = "every week on Sunday at 18:00";

    private Volunteer cora;

    @BeforeEach
    void coraCoordinatesManyBranches() {
        rows("""
                insert into branch (organisation, key, parent, names)
                select $1, 'ward' || n, (select id from branch where organisation = $1 and key = 'paris'),
                  jsonb_build_object('en', 'Ward ' || n) from generate_series(1, 20) n
                """);
        cora = livesIn("Cora", "Europe/Paris");
        campaign.grant(cora, "coordinator", null);
    }

    private void begins(Volunteer volunteer) {
        volunteer.types("/prompt");
        volunteer.presses("New prompt");
        volunteer.presses("Weekly check-in");
    }

    private String audience() {
        return rows("select audience from prompt where organisation = $1")
                .get(0)
                .getString("audience");
    }

    @Test
    void any_branch_below_is_found_by_turning_pages() {
        // Given
        Volunteer ann = livesIn("Ann", "Asia/Tokyo");
        rows("update member set branch = (select id from branch where organisation = $1 and key = 'ward20')"
                + " where organisation = $1 and name = 'Ann'");
        begins(cora);
        cora.presses("More →");
        cora.presses("More →");

        // When
        cora.presses("Ward 20 (1)");
        String dry = text(cora.types(WHEN));
        cora.presses("Start it");

        // Then
        assertThat(dry).startsWith("Weekly check-in, " + WHEN + ". To Ward 20: 1 person now.");
        assertThat(audience()).isEqualTo("{\"branch\":[\"ward20\"]}");
        assertThat(ann.chat()).isPositive();
    }

    @Test
    void captains_are_asked_by_their_role() {
        // Given
        campaign.grant(livesIn("Maria", "Asia/Tokyo"), "captain", "tokyo");
        begins(cora);

        // When
        cora.presses("Captain");
        String dry = text(cora.types(WHEN));
        cora.presses("Start it");

        // Then
        assertThat(dry).contains("To captain: 1 person now.");
        assertThat(audience()).isEqualTo("{\"role\":[\"captain\"]}");
    }

    @Test
    void an_audience_with_a_name_is_offered_by_it() {
        // Given
        livesIn("Ann", "Asia/Tokyo");
        rows(
                "insert into audience (organisation, name, criteria) values ($1, 'In Asia', '{\"zone\": [\"Asia/Tokyo\"]}')");
        begins(cora);

        // When
        cora.presses("In Asia");
        String dry = text(cora.types(WHEN));

        // Then
        assertThat(dry).contains("To In Asia: 1 person now.");
    }

    @Test
    void whoever_runs_one_part_reaches_nobody_beyond_it_whatever_is_pressed() {
        // Given
        livesIn("Ann", "Asia/Tokyo");
        Volunteer rita = livesIn("Rita", "Europe/Paris");
        rows("update member set branch = (select id from branch where organisation = $1 and key = 'paris')"
                + " where organisation = $1 and name = 'Rita'");
        campaign.grant(rita, "coordinator", "paris");
        long tokyo = rows("select id from branch where organisation = $1 and key = 'tokyo'")
                .get(0)
                .getLong("id");
        begins(rita);

        // When
        String forged = text(rita.orders("prompt", "0.b." + tokyo));
        rita.presses("Everyone you look after");
        String dry = text(rita.types(WHEN));

        // Then
        assertThat(forged).contains("Who shall get it?");
        assertThat(dry).contains("1 person now.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.",
                "0.b",
                "0.b.x",
                "0.b.99999999999999999999",
                "0.a.x",
                "0.r.king",
                "0.n.x",
                "0.zz.1",
                "0.p."
            })
    void what_is_forged_asks_again(String forged) {
        // Given
        begins(cora);

        // When
        String said = text(cora.orders("prompt", forged));

        // Then
        assertThat(said).contains("Who shall get it?");
        assertThat(rows("select 1 from prompt_draft where organisation = $1 and audience is not null"))
                .isEmpty();
    }

    @Test
    void who_thinks_better_of_it_leaves_it() {
        // Given
        begins(cora);

        // When
        String said = text(cora.presses("Cancel"));

        // Then
        assertThat(said).contains("OK, nothing is asked.");
        assertThat(rows("select 1 from prompt_draft where organisation = $1")).isEmpty();
    }
}
