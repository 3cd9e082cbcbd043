package org.branchline.privacy;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.branchline.database.Clock;
import org.branchline.database.OrganisationId;
import org.branchline.database.Transactions;
import org.branchline.intake.Causes;
import org.branchline.playbooks.Playbooks;
import org.jboss.logging.Logger;

/** Deletes what has been kept for long enough, in small steps so that no turn waits. */
@Singleton
public class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final int STEP = 500;

    private static final String RUNS = """
            select distinct playbook, version from run where organisation = $1
            """;

    /** A run is closed once its person did nothing in it any more. */
    private static final String OLD_RUNS = """
            delete from run where (organisation, id) in (
              select organisation, id from run
              where organisation = $1 and playbook = $2 and version = $3 and touched_at < $4 limit $5
              for update skip locked)
            """;

    private final Transactions transactions;
    private final Playbooks playbooks;
    private final Clock clock;
    private final Absent absent;

    Retention(Transactions transactions, Playbooks playbooks, Clock clock, Absent absent) {
        this.transactions = transactions;
        this.playbooks = playbooks;
        this.clock = clock;
        this.absent = absent;
    }

    /**
     * Goes through an organisation once.
     *
     * @return how many rows of which kind are gone; kinds of which there were none are left out
     */
    public Uni<Map<String, Integer>> sweep(OrganisationId organisation) {
        Instant now = clock.now();
        Map<String, Integer> gone = new TreeMap<>();
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Purge purge : Purge.ALL) {
            OffsetDateTime before = now.minus(purge.after()).atOffset(ZoneOffset.UTC);
            all = all.chain(() -> steps(organisation, purge.what(), gone, purge.sql(), organisation.number(), before));
        }
        return all.chain(() -> runs(organisation, now, gone))
                .chain(() -> absent.erase(organisation, now))
                .invoke(members -> {
                    if (members > 0) {
                        gone.put("members who were not here for long", members);
                    }
                })
                .replaceWith(gone);
    }

    private Uni<Void> runs(OrganisationId organisation, Instant now, Map<String, Integer> gone) {
        return transactions
                .inTransaction(organisation, tx -> tx.query(RUNS, organisation.number()))
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> old(organisation, row, now, gone))
                        .collect()
                        .asList())
                .replaceWithVoid();
    }

    private Uni<Void> old(OrganisationId organisation, Row row, Instant now, Map<String, Integer> gone) {
        String playbook = row.getString("playbook");
        String version = row.getString("version");
        return playbooks
                .version(organisation, playbook, version)
                .chain(found -> steps(
                        organisation,
                        "runs of " + playbook,
                        gone,
                        OLD_RUNS,
                        organisation.number(),
                        playbook,
                        version,
                        now.atOffset(ZoneOffset.UTC).minus(found.keep())))
                // The other versions' runs are old all the same.
                .onFailure()
                .invoke(cause -> LOG.warnf(
                        "organisation=%s runs of %s, version %s, are not deleted: %s",
                        organisation, playbook, version, Causes.names(cause)))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> steps(
            OrganisationId organisation, String what, Map<String, Integer> gone, String sql, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.add((long) STEP);
        return transactions
                .inTransaction(organisation, tx -> tx.query(sql, all.toArray()))
                .chain(rows -> {
                    if (rows.rowCount() > 0) {
                        gone.merge(what, rows.rowCount(), Integer::sum);
                    }
                    return rows.rowCount() < STEP
                            ? Uni.createFrom().voidItem()
                            : steps(organisation, what, gone, sql, arguments);
                });
    }
}
