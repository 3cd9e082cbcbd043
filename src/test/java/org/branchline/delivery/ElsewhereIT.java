package org.branchline.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.database.OrganisationId;
import org.branchline.database.Replica;
import org.branchline.database.ground.SuiteGround;
import org.branchline.database.trace.Traces;
import org.branchline.intake.RecordingGateway;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is queued where the bot's lease is not held leaves at once where it is. */
class ElsewhereIT {

    private static final long CHAT = 10;

    private final RecordingGateway gateway = new RecordingGateway();
    private Replica holder;
    private Replica other;
    private Senders holders;
    private Senders others;
    private Bot bot;
    /** Of services that other tests left running. */
    private int alreadyListening;

    @BeforeEach
    void letOneOfTwoHoldTheLease() {
        holder = Replica.on(SuiteGround.shared());
        other = Replica.on(SuiteGround.shared());
        bot = newBot();
        alreadyListening = listening().size();
        holders = senders(holder);
        others = senders(other);
        holders.begin(bot);
        patiently().until(() -> holders.of(bot).reserve(1) != 0);
        holders.of(bot).release(1);
        others.begin(bot);
        patiently().until(() -> listening().size() == alreadyListening + 2);
        // From here on nobody looks but who is told.
        holders.stop();
        others.stop();
    }

    @AfterEach
    void close() {
        other.close();
        holder.close();
    }

    @Test
    void a_reply_queued_by_another_process_leaves_without_waiting_for_the_next_look() {
        // When
        post("first");

        // Then
        patiently().until(() -> said().equals(List.of("first")));
    }

    @Test
    void many_replies_all_leave_in_order() {
        // Given
        List<String> texts = new ArrayList<>();

        // When
        for (int i = 0; i < 50; i++) {
            texts.add("reply " + i);
            post("reply " + i);
        }

        // Then
        patiently().until(() -> said().size() == 50);
        assertThat(said()).isEqualTo(texts);
    }

    @Test
    void a_holder_whose_connection_broke_listens_again() {
        // Given
        List<Integer> before = listening();
        ask("select pg_terminate_backend(pid) from unnest($1::int[]) pid", (Object) before.toArray(Integer[]::new));

        // When
        patiently()
                .until(() -> listening().stream()
                                .filter(pid -> !before.contains(pid))
                                .count()
                        == before.size());
        post("after");

        // Then
        patiently().until(() -> said().equals(List.of("after")));
    }

    private void post(String text) {
        Letter letter = Letter.reply(bot, CHAT, null, false, new Outgoing.Say(text, Keyboard.NONE));
        Outbox outbox = new Outbox(others, new Sealing(null), null, new Journeys(Traces.OFF));
        now(other.transactions()
                .inTransaction(
                        bot.organisation(),
                        tx -> tx.commitWith(
                                List.of(outbox.post(tx, List.of(letter)).statement()))));
    }

    private List<String> said() {
        return gateway.to(CHAT).stream()
                .map(outgoing -> ((Outgoing.Say) outgoing).text())
                .toList();
    }

    /** The processes of the server that listen for somebody. */
    private List<Integer> listening() {
        return ask("select pid from pg_stat_activity where query like 'LISTEN%' order by backend_start").stream()
                .map(row -> row.getInteger("pid"))
                .toList();
    }

    private List<Row> ask(String sql, Object... arguments) {
        List<Row> rows = new ArrayList<>();
        now(other.transactions().inTransaction(bot.organisation(), tx -> tx.query(sql, arguments)))
                .forEach(rows::add);
        return rows;
    }

    private Bot newBot() {
        int number = now(other.transactions()
                        .acrossOrganisations(tx -> tx.query("select nextval('organisation_id_seq')::int as id")))
                .iterator()
                .next()
                .getInteger("id");
        OrganisationId organisation = new OrganisationId(number);
        now(other.transactions().inTransaction(organisation, tx -> tx.query(
                        "insert into organisation (id, key, name) values ($1, $2, 'Two replicas')",
                        number,
                        "replicas-" + number)
                .chain(() -> tx.query(
                        "insert into bot (organisation, id) values ($1, $2)", number, 900_000_000L + number))));
        return new Bot(organisation, 900_000_000L + number);
    }

    private Senders senders(Replica replica) {
        return new Senders(
                new Unpaced(),
                gateway,
                new SqlRows(replica.transactions(), new Sealing(null), InstantSource.system(), SendWitness.NONE),
                replica.leases(),
                replica.vertx(),
                replica.notices(),
                new Journeys(Traces.OFF));
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(10));
    }

    private static <T> T now(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(20));
    }
}
