package org.branchline.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.database.OrganisationId;
import org.branchline.database.Replica;
import org.branchline.database.Tx;
import org.branchline.database.ground.SuiteGround;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A bot's outbox in Postgres without a sender, and two members of whom one stopped. */
abstract class ClaimCase {

    static final long FENCE = 3;
    static final long STAYED = 10;
    static final long STOPPED = 20;

    private Replica replica;
    SqlRows rows;
    Bot bot;

    @BeforeEach
    void twoMembersOfWhomOneStopped() {
        replica = Replica.on(SuiteGround.shared());
        rows = new SqlRows(replica.transactions(), new Sealing(null), InstantSource.system(), SendWitness.NONE);
        int number = now(replica.transactions()
                        .acrossOrganisations(tx -> tx.query("select nextval('organisation_id_seq')::int as id")))
                .iterator()
                .next()
                .getInteger("id");
        bot = new Bot(new OrganisationId(number), 800_000_000L + number);
        ask("insert into organisation (id, key, name) values ($1, $2, 'Claimed')", number, "claim-" + number);
        ask("insert into bot (organisation, id) values ($1, $2)", number, bot.id());
        member(STAYED, "null");
        member(STOPPED, "clock_timestamp()");
    }

    @AfterEach
    void close() {
        replica.close();
    }

    private void member(long chat, String stopped) {
        ask(
                "insert into member (organisation, telegram_user, name, language, stopped_at) values ($1, $2, 'Ada', 'en', "
                        + stopped + ")",
                bot.organisation().number(),
                chat);
        ask(
                "insert into chat (organisation, bot, id, member) select $1, $2, $3, id from member"
                        + " where organisation = $1 and telegram_user = $3",
                bot.organisation().number(),
                bot.id(),
                chat);
    }

    final void queue(long chat, int priority) {
        ask(
                "insert into outbox (organisation, bot, chat, priority, doubt, state, due_at, payload)"
                        + " values ($1, $2, $3, $4, 'resend', 'queued', clock_timestamp(), $5)",
                bot.organisation().number(),
                bot.id(),
                chat,
                (short) priority,
                OutgoingJson.write(new Outgoing.Say("Hello", Keyboard.NONE)));
    }

    final Row row(long chat) {
        return ask(
                        "select * from outbox where organisation = $1 and bot = $2 and chat = $3",
                        bot.organisation().number(),
                        bot.id(),
                        chat)
                .get(0);
    }

    final <T> Uni<T> tx(Function<Tx, Uni<T>> work) {
        return replica.transactions().inTransaction(bot.organisation(), work);
    }

    final List<Row> ask(String sql, Object... arguments) {
        List<Row> all = new ArrayList<>();
        now(tx(tx -> tx.query(sql, arguments))).forEach(all::add);
        return all;
    }

    static <T> T now(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(20));
    }
}
