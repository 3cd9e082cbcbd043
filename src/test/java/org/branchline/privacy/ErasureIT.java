package org.branchline.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Recorded.class)
class ErasureIT {

    private static final String PLANTED = "Zerafina";

    @Inject
    TestCampaign campaign;

    @Test
    void after_forget_no_column_of_any_table_holds_the_name() {
        // Given
        Bot bot = campaign.organise();
        Volunteer maria = campaign.member(bot, "Maria");
        campaign.grant(maria, "captain", "tokyo");
        Volunteer planted = campaign.member(bot, PLANTED);
        maria.reads();
        assertThat(found(bot)).isNotEmpty();

        // When
        planted.types("/forget");
        String last = text(planted.presses("Delete everything"));

        // Then
        assertThat(last).contains("gone").doesNotContain(PLANTED);
        assertThat(found(bot)).isEmpty();
        assertThat(campaign.sql(
                        bot.organisation(),
                        "select proof from erasure where organisation = $1",
                        bot.organisation().number()))
                .hasSize(1);
        assertThat(text(planted.types("/start"))).contains("Hello");
    }

    @Test
    void mydata_shows_what_is_kept() {
        // Given
        Bot bot = campaign.organise();
        Volunteer ann = campaign.member(bot, PLANTED);

        // When
        String files = text(ann.types("/mydata"));

        // Then
        assertThat(files).contains("<h2>You</h2>", PLANTED, "\"consents\"", "\"campaign\"");
    }

    /** Every table's rows as text, whatever their columns. */
    private List<String> found(Bot bot) {
        List<String> hits = new ArrayList<>();
        for (Row table : campaign.sql(bot.organisation(), """
                select c.relname from pg_class c where c.relnamespace = 'branchline'::regnamespace and c.relkind = 'r'
                  and c.relname <> 'flyway_schema_history'
                """)) {
            String name = table.getString("relname");
            for (Row row : campaign.sql(
                    bot.organisation(),
                    "select t::text from " + name + " t where t::text ilike $1",
                    "%" + PLANTED + "%")) {
                hits.add(name + ": " + row.getString(0));
            }
        }
        return hits;
    }
}
