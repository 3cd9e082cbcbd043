package org.branchline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.branchline.database.ground.Ground;
import org.branchline.database.ground.SuiteGround;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransactionsIT {

    private final Ground ground = SuiteGround.shared();
    private Replica replica;
    private OrganisationId organisation;

    @BeforeEach
    void open() throws SQLException {
        replica = Replica.on(ground);
        organisation = newOrganisation(ground);
    }

    @AfterEach
    void close() {
        replica.close();
    }

    @Test
    void a_turn_takes_two_flights() throws IOException {
        // Given
        int port = Integer.parseInt(ground.place().replaceAll(".*:(\\d+)/.*", "$1"));
        try (FlightCounter counter = new FlightCounter(port);
                Replica counted = Replica.through(counter.port(), ground)) {
            turn(counted, "prepares the statements");
            counter.reset();

            // When
            turn(counted, "counted");

            // Then
            assertThat(counter.flights()).isEqualTo(2);
            assertThat(whos()).containsExactly("prepares the statements", "counted");
        }
    }

    @Test
    void what_fails_leaves_nothing() {
        // When
        Uni<Object> work = replica.transactions().inTransaction(organisation, tx -> note(tx, "lost")
                .chain(() -> Uni.createFrom().failure(new IllegalStateException("changed my mind"))));

        // Then
        assertThatThrownBy(() -> work.await().indefinitely()).hasMessage("changed my mind");
        assertThat(whos()).isEmpty();
    }

    @Test
    void a_commit_the_server_turns_into_a_rollback_fails_with_the_first_cause() {
        // Given
        List<String> done = new ArrayList<>();

        // When
        Uni<Void> work = replica.transactions().inTransaction(organisation, tx -> {
            tx.afterCommit(() -> done.add("committed"));
            return tx.commitWith(List.of(note(tx, "lost"), tx.query("select 1 / $1::int", 0), note(tx, "lost too")));
        });

        // Then
        assertThatThrownBy(() -> work.await().indefinitely())
                .isInstanceOfSatisfying(
                        PgException.class, e -> assertThat(e.getSqlState()).isEqualTo("22012"));
        assertThat(done).isEmpty();
        assertThat(whos()).isEmpty();
    }

    @Test
    void a_failure_the_work_forgave_still_fails_the_commit() {
        // When
        Uni<String> work = replica.transactions().inTransaction(organisation, tx -> note(tx, "lost")
                .chain(() -> tx.query("select 1 / $1::int", 0))
                .map(rows -> "fine")
                .onFailure()
                .recoverWithItem("forgiven"));

        // Then
        assertThatThrownBy(() -> work.await().indefinitely()).isInstanceOf(PgException.class);
        assertThat(whos()).isEmpty();
    }

    @Test
    void steps_after_the_commit_run_once_it_is_there() {
        // Given
        List<String> done = new ArrayList<>();

        // When
        replica.transactions()
                .inTransaction(organisation, tx -> {
                    tx.afterCommit(() -> done.add("first"));
                    tx.afterCommit(() -> done.add("second"));
                    return note(tx, "kept");
                })
                .await()
                .indefinitely();

        // Then
        assertThat(done).containsExactly("first", "second");
        assertThat(whos()).containsExactly("kept");
    }

    @Test
    void another_organisation_sees_nothing() throws SQLException {
        // Given
        OrganisationId other = newOrganisation(ground);
        replica.transactions()
                .inTransaction(organisation, tx -> note(tx, "ours"))
                .await()
                .indefinitely();

        // When
        List<String> seen = replica.transactions()
                .inTransaction(other, TransactionsIT::whos)
                .await()
                .indefinitely();

        // Then
        assertThat(seen).isEmpty();
    }

    @Test
    void across_organisations_only_the_lists_are_open() {
        // When
        Uni<RowSet<Row>> list =
                replica.transactions().acrossOrganisations(tx -> tx.query("select id from organisation"));
        Uni<RowSet<Row>> audit = replica.transactions().acrossOrganisations(tx -> tx.query("select who from audit"));
        Uni<RowSet<Row>> change = replica.transactions()
                .acrossOrganisations(tx -> tx.query("update organisation set name = 'X' returning id"));

        // Then
        assertThat(list.await().indefinitely().size()).isPositive();
        assertThat(change.await().indefinitely().size()).isZero();
        assertThatThrownBy(() -> audit.await().indefinitely()).isInstanceOf(PgException.class);
    }

    private void turn(Replica counted, String who) {
        counted.transactions()
                .inTransaction(organisation, tx -> Uni.combine()
                        .all()
                        .unis(
                                tx.query("select id from organisation where id = $1 for update", organisation.number()),
                                tx.query("select count(*) from audit where organisation = $1", organisation.number()))
                        .asTuple()
                        .chain(read -> tx.commitWith(List.of(
                                note(tx, who),
                                tx.query(
                                        "update organisation set name = $2 where id = $1",
                                        organisation.number(),
                                        who)))))
                .await()
                .indefinitely();
    }

    private Uni<RowSet<Row>> note(Tx tx, String who) {
        return tx.query(
                "insert into audit (organisation, who, what, subjects) values ($1, $2, 'looked', $3)",
                organisation.number(),
                who,
                new String[0]);
    }

    private List<String> whos() {
        return replica.transactions()
                .inTransaction(organisation, TransactionsIT::whos)
                .await()
                .indefinitely();
    }

    private static Uni<List<String>> whos(Tx tx) {
        return tx.query("select who from audit order by id").map(rows -> {
            List<String> whos = new ArrayList<>();
            rows.forEach(row -> whos.add(row.getString(0)));
            return whos;
        });
    }

    static OrganisationId newOrganisation(Ground ground) throws SQLException {
        try (Connection connection = ground.connect();
                Statement statement = connection.createStatement()) {
            return new OrganisationId(IsolationIT.newOrganisation(statement, "tx"));
        }
    }
}
