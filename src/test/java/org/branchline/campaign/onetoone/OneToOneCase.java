package org.branchline.campaign.onetoone;

import io.vertx.sqlclient.Row;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import org.branchline.database.Clock;
import org.branchline.intake.RecordingGateway;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.branchline.intake.job.Round;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.BeforeEach;

/** An organisation with two members in Tokyo. */
abstract class OneToOneCase {

    @Inject
    TestCampaign campaign;

    @Inject
    RecordingGateway gateway;

    @Inject
    Clock clock;

    @Inject
    @Any
    Instance<Round> rounds;

    Bot bot;
    Volunteer ann;
    Volunteer bo;

    @BeforeEach
    void organise() {
        bot = campaign.organise();
        ann = campaign.member(bot, "Ann");
        bo = campaign.member(bot, "Bo");
    }

    /** Ann met somebody today; the number of it. */
    long met(String who) {
        ann.types("/met " + who);
        ann.presses("Today");
        return rows("select max(id) as id from one_to_one where organisation = $1")
                .get(0)
                .getLong("id");
    }

    /** A byte of the first of them was altered. */
    void damage() {
        rows("""
                update one_to_one set ciphertext = set_byte(ciphertext, 20, get_byte(ciphertext, 20) # 1)
                where organisation = $1 and id = (select min(id) from one_to_one where organisation = $1)
                """);
    }

    /** What is due by now is said. */
    void remind() {
        rounds.stream()
                .filter(round -> round.what().equals("whom members want to get back to"))
                .forEach(round -> TestCampaign.now(round.work(bot)));
    }

    List<Row> rows(String sql, Object... more) {
        return campaign.rows(bot, sql, more);
    }

    /** All that is kept of one-to-ones, whatever its columns. */
    List<String> kept() {
        return rows("select to_jsonb(o)::text as kept from one_to_one o where organisation = $1 order by id").stream()
                .map(row -> row.getString("kept"))
                .toList();
    }

    String seen(Volunteer volunteer) {
        return Volunteer.text(gateway.to(volunteer.chat()));
    }
}
