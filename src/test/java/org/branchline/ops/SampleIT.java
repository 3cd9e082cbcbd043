package org.branchline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.branchline.database.Leases;
import org.branchline.database.OrganisationId;
import org.branchline.database.Replica;
import org.branchline.database.ground.SuiteGround;
import org.branchline.delivery.Priority;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read from Postgres four times a minute: right, and bounded however much waits there. */
class SampleIT {

    private static final String WAITING = """
            insert into outbox (organisation, bot, chat, priority, doubt, state, due_at, payload)
            select $1, $2, n, $3, 'report', 'queued', clock_timestamp() - $4::int * interval '1 second', '{}'
            from generate_series(1, $5) n
            """;

    private final Replica replica = Replica.on(SuiteGround.shared());
    private Leases.Wanted bot;

    @BeforeEach
    void organisation() {
        int number = replica.transactions()
                .acrossOrganisations(tx -> tx.query("select nextval('organisation_id_seq')::int as id"))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getInteger("id");
        bot = new Leases.Wanted(new OrganisationId(number), 700_000_000L + number, null);
        ask("insert into organisation (id, key, name) values ($1, $2, 'Sampled')", number, "sample-" + number);
        ask("insert into bot (organisation, id) values ($1, $2)", number, bot.bot());
    }

    @AfterEach
    void close() {
        ask("delete from outbox where organisation = $1", bot.organisation().number());
        replica.close();
    }

    @Test
    void it_tells_how_many_wait_and_for_how_long_by_priority() {
        // Given
        wait(0, 40, 1);
        wait(0, -60, 2);
        wait(2, -60, 3);

        // When
        Sample sample = sample();

        // Then
        assertThat(sample.queue(Priority.REPLY).rows()).isEqualTo(3);
        assertThat(sample.queue(Priority.REPLY).oldest()).isBetween(40.0, 60.0);
        assertThat(sample.queue(Priority.BROADCAST)).isEqualTo(new Sample.Queue(3, 0));
        assertThat(sample.queue(Priority.PAID)).isEqualTo(Sample.Queue.NONE);
    }

    @Test
    void it_tells_what_was_put_aside() {
        // Given
        ask(
                "insert into dead_letter (organisation, bot, update_id, kind, cause, state, tries) values"
                        + " ($1, $2, 1, 'text', 'X', 'dead', 5), ($1, $2, 2, 'text', 'X', 'parked', 1),"
                        + " ($1, $2, 3, 'text', 'X', 'dead', 5)",
                bot.organisation().number(),
                bot.bot());

        // When
        Sample sample = sample();

        // Then
        assertThat(sample.dead()).isEqualTo(2);
        assertThat(sample.parked()).isEqualTo(1);
    }

    @Test
    void beside_a_hundred_thousand_that_wait_it_reads_ten_thousand() {
        // Given
        wait(2, 10, 100_000);

        // When
        List<String> plan = plan();

        // Then
        assertThat(sample().queue(Priority.BROADCAST).rows()).isEqualTo(Sample.MOST);
        assertThat(plan).anyMatch(line -> line.contains("outbox_queued")).noneMatch(line -> line.contains("Seq Scan"));
        assertThat(read(plan)).isBetween(Sample.MOST, Sample.MOST + 10);
    }

    /** Rows of the outbox that the statement went through, all priorities together. */
    private static int read(List<String> plan) {
        return plan.stream()
                .filter(line -> line.contains("outbox_queued"))
                .mapToInt(line -> (int) Math.round(part(line, "rows=", "actual") * part(line, "loops=", "actual")))
                .sum();
    }

    private static double part(String line, String name, String after) {
        String rest = line.substring(line.indexOf(name, line.indexOf(after)) + name.length());
        return Double.parseDouble(rest.split("[ )]", 2)[0]);
    }

    private List<String> plan() {
        List<String> lines = new ArrayList<>();
        ask("explain (analyze) " + Sample.QUEUES, bot.organisation().number(), bot.bot())
                .forEach(row -> lines.add(row.getString(0)));
        return lines;
    }

    private void wait(int priority, int seconds, int rows) {
        ask(WAITING, bot.organisation().number(), bot.bot(), (short) priority, seconds, rows);
    }

    private Sample sample() {
        return now(Sampling.sample(replica.transactions(), bot));
    }

    private List<Row> ask(String sql, Object... arguments) {
        List<Row> all = new ArrayList<>();
        now(replica.transactions().inTransaction(bot.organisation(), tx -> tx.query(sql, arguments)))
                .forEach(all::add);
        return all;
    }

    private static <T> T now(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(20));
    }
}
