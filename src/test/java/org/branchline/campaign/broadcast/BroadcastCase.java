package org.branchline.campaign.broadcast;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.branchline.campaign.audience.Audience;
import org.branchline.database.Clock;
import org.branchline.database.Transactions;
import org.branchline.database.Tx;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.branchline.intake.job.Job;
import org.branchline.roster.Bot;
import org.branchline.roster.Organisations;
import org.junit.jupiter.api.BeforeEach;

/** An organisation of its own with two members, and broadcasts to them. */
abstract class BroadcastCase {

    @Inject
    TestCampaign campaign;

    @Inject
    Transactions transactions;

    @Inject
    Organisations organisations;

    @Inject
    Broadcasts broadcasts;

    @Inject
    Recruiting recruiting;

    @Inject
    Withdrawing withdrawing;

    @Inject
    Feeder feeder;

    @Inject
    Clock clock;

    Bot bot;
    Volunteer ann;
    Volunteer bo;

    @BeforeEach
    void organise() {
        bot = campaign.organise();
        ann = campaign.member(bot, "Ann");
        bo = campaign.member(bot, "Bo");
    }

    static Draft draft(String text, Duration hold) {
        return new Draft(Audience.EVERYONE, Map.of("en", text), Map.of(), Kind.SERVICE, hold);
    }

    Started begin(Draft draft, String key) {
        return tx(tx -> broadcasts.begin(
                tx::query, organisations.organisation(bot.organisation()), bot, draft, key, null, clock.now()));
    }

    /** One whose members are not taken yet. */
    long creating(Draft draft, String key) {
        return ((Started.Accepted) begin(draft, key)).id();
    }

    long begun(Draft draft, String key) {
        long id = creating(draft, key);
        TestCampaign.now(recruiting.run(job(id)));
        return id;
    }

    Job job(long broadcast) {
        return new Job(bot.organisation(), broadcast, new JsonObject().put("broadcast", broadcast));
    }

    Counts counts(long id) {
        return tx(tx -> broadcasts.counts(tx::query, bot.organisation(), id, clock.now()))
                .orElseThrow();
    }

    Counts until(long id, Predicate<Counts> condition) {
        return TestCampaign.patiently("broadcast " + id)
                .until(
                        () -> {
                            feeder.look();
                            return counts(id);
                        },
                        condition);
    }

    /** Once it is over and its counts are kept. */
    Counts closed(long id) {
        TestCampaign.patiently("the end of broadcast " + id).until(() -> {
            feeder.look();
            return !rows("select 1 from broadcast where organisation = $1 and id = $2 and counts is not null", id)
                    .isEmpty();
        });
        return counts(id);
    }

    /** Rows of the organisation, whose number is the first argument. */
    List<Row> rows(String sql, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = bot.organisation().number();
        System.arraycopy(more, 0, arguments, 1, more.length);
        return campaign.sql(bot.organisation(), sql, arguments);
    }

    <T> T tx(Function<Tx, Uni<T>> work) {
        return TestCampaign.now(transactions.inTransaction(bot.organisation(), work));
    }
}
