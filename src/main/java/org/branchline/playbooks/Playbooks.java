package org.branchline.playbooks;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowIterator;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.branchline.conversation.playbook.Playbook;
import org.branchline.database.Aside;
import org.branchline.database.OrganisationId;
import org.branchline.database.Transactions;
import org.branchline.database.Tx;
import org.jboss.logging.Logger;

/** The stored versions of playbooks. A version never changes, so it is compiled once and kept at hand. */
@Singleton
public final class Playbooks {

    private static final Logger LOG = Logger.getLogger(Playbooks.class);

    /** The newest of each. */
    private static final String NEWEST = """
            select distinct on (playbook) playbook, version, source from playbook_version where organisation = $1
            order by playbook, published_at desc, version""";

    private final Vertx vertx;
    private final Transactions transactions;
    private final Compiled compiled = new Compiled();

    Playbooks(Vertx vertx, Transactions transactions) {
        this.vertx = vertx;
        this.transactions = transactions;
    }

    /**
     * Compiles what new runs begin with, one after the other, so that the first who begins does not wait for it. One that cannot
     * be read is told to the log and stops no other.
     */
    public Uni<Void> compileNewest(OrganisationId organisation) {
        return transactions
                .inTransaction(organisation, tx -> tx.query(NEWEST, organisation.number()))
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(row -> compiled.compile(
                                new Compiled.Name(organisation, row.getString("playbook"), row.getString("version")),
                                row.getString("source"))
                        .onFailure(IllegalStateException.class)
                        .invoke(unreadable -> LOG.warnf(
                                "organisation=%s playbook=%s nobody can begin or go on with it: %s",
                                organisation, row.getString("playbook"), unreadable.getMessage()))
                        .onFailure(IllegalStateException.class)
                        .recoverWithNull())
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** The version that new runs begin with, the one published last; empty where there is none of this name. */
    public Uni<Optional<Playbook>> current(OrganisationId organisation, String playbook) {
        return transactions.inTransaction(organisation, tx -> current(tx, organisation, playbook));
    }

    /** As {@link #current(OrganisationId, String)}, in a transaction of the organisation's that is open already. */
    public Uni<Optional<Playbook>> current(Tx tx, OrganisationId organisation, String playbook) {
        return tx.query("""
                        select version from playbook_version where organisation = $1 and playbook = $2
                        order by published_at desc, version limit 1""", organisation.number(), playbook).chain(rows -> first(rows)
                .map(row ->
                        version(tx, organisation, playbook, row.getString(0)).map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /**
     * The version that a run is on. Costs nothing when it is at hand.
     *
     * @throws IllegalStateException (as a failure) when it is not stored
     */
    public Uni<Playbook> version(OrganisationId organisation, String playbook, String version) {
        return atHand(organisation, playbook, version)
                .map(found -> Uni.createFrom().item(found))
                .orElseGet(() ->
                        transactions.inTransaction(organisation, tx -> version(tx, organisation, playbook, version)));
    }

    /** As {@link #version(OrganisationId, String, String)}, in a transaction of the organisation's that is open already. */
    public Uni<Playbook> version(Tx tx, OrganisationId organisation, String playbook, String version) {
        Optional<Playbook> found = atHand(organisation, playbook, version);
        if (found.isPresent()) {
            return Uni.createFrom().item(found.get());
        }
        Aside aside = new Aside(vertx);
        return tx.query("""
                        select source from playbook_version
                        where organisation = $1 and playbook = $2 and version = $3""", organisation.number(), playbook, version)
                .map(rows -> first(rows)
                        .orElseThrow(() -> new IllegalStateException(
                                "Version " + version + " of playbook " + playbook + " is not stored")))
                .chain(row -> aside.back(
                        compiled.compile(new Compiled.Name(organisation, playbook, version), row.getString(0))));
    }

    private Optional<Playbook> atHand(OrganisationId organisation, String playbook, String version) {
        return compiled.get(new Compiled.Name(organisation, playbook, version));
    }

    /**
     * Makes a text the current version. One that was published before becomes current again; runs stay on theirs.
     *
     * @param source as {@link Version#text} gives it, read without errors
     */
    public Uni<Void> publish(Tx tx, OrganisationId organisation, String playbook, String source) {
        return tx.query("""
                        insert into playbook_version (organisation, playbook, version, source)
                        values ($1, $2, $3, $4)
                        on conflict (organisation, playbook, version)
                        do update set published_at = clock_timestamp()""", organisation.number(), playbook, Version.of(source), source)
                .replaceWithVoid();
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        RowIterator<Row> row = rows.iterator();
        return row.hasNext() ? Optional.of(row.next()) : Optional.empty();
    }
}
