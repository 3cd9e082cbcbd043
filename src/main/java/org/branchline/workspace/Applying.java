package org.branchline.workspace;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.branchline.database.OrganisationId;
import org.branchline.database.StartProblem;
import org.branchline.database.Transactions;
import org.branchline.database.Tx;
import org.branchline.playbooks.Playbooks;
import org.branchline.playbooks.reading.FileProblem;
import org.branchline.roster.Organisations;
import org.jboss.logging.Logger;

/**
 * Makes the database hold what the files say, at every start. Files that were applied before cost one comparison; the
 * same files applied twice, by one replica or two, change nothing.
 */
@Singleton
public final class Applying {

    private static final Logger LOG = Logger.getLogger(Applying.class);

    /** Raised when the same files come to something else than before, so that they are applied again. */
    private static final String MEANING = "1:";

    private static final String JOINING = JoiningTexts.version();

    private final Transactions transactions;
    private final Playbooks playbooks;
    private final Organisations organisations;

    Applying(Transactions transactions, Playbooks playbooks, Organisations organisations) {
        this.transactions = transactions;
        this.playbooks = playbooks;
        this.organisations = organisations;
    }

    /** An organisation whose files are applied. */
    private record Applied(OrganisationId id, String key, String mark, Optional<String> token) {
        Settled settled() {
            return new Settled(id, key, token);
        }
    }

    /**
     * Applies a folder, or the bundled workspace where none is given.
     *
     * @return the organisations of the folder, known to {@link Organisations} by then
     * @throws StartProblem (as a failure) with a line for each problem, when the files are refused; nothing is changed
     */
    public Uni<List<Settled>> apply(Optional<Path> folder) {
        Folders folders = folder.map(Folders::at).orElse(null);
        List<FileSet> sets = folders == null ? List.of(Bundled.labourInternational()) : folders.found();
        if (folders != null && !folders.problems().isEmpty()) {
            return Uni.createFrom().failure(refused(folders.problems()));
        }
        // Reading takes too long for the thread that serves the database.
        return known().emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(known -> settled(sets, folders == null, known))
                .chain(this::load)
                .invoke(this::compileAhead);
    }

    /** Nobody waits for it: a turn that comes before compiles what it needs. */
    private void compileAhead(List<Settled> settled) {
        Multi.createFrom()
                .iterable(settled)
                .onItem()
                .transformToUniAndConcatenate(one -> playbooks.compileNewest(one.organisation()))
                .subscribe()
                .with(
                        compiled -> {},
                        failure -> LOG.infof(
                                "no further playbook is compiled ahead (%s), but by the first turn of each",
                                failure.getClass().getSimpleName()));
    }

    private Uni<List<Settled>> settled(List<FileSet> sets, boolean bundled, Map<String, Applied> known) {
        List<Settled> applied = sets.stream()
                .map(files -> known.get(mark(files.hash())))
                .filter(Objects::nonNull)
                .map(Applied::settled)
                .toList();
        if (applied.size() == sets.size()) {
            return Uni.createFrom().item(applied);
        }
        return inspected(bundled ? Inspection.bundled() : Inspection.of(sets, List.of()));
    }

    private Uni<List<Settled>> load(List<Settled> settled) {
        return Multi.createFrom()
                .iterable(settled)
                .onItem()
                .transformToUniAndConcatenate(one -> organisations.load(one.organisation()))
                .collect()
                .last()
                .replaceWith(settled);
    }

    private Uni<List<Settled>> inspected(Inspection inspection) {
        if (inspection.refused()) {
            return Uni.createFrom().failure(refused(inspection.problems()));
        }
        inspection.problems().forEach(LOG::warn);
        return all(inspection.workspaces());
    }

    private Uni<List<Settled>> all(List<Workspace> workspaces) {
        return Multi.createFrom()
                .iterable(workspaces)
                .onItem()
                .transformToUniAndConcatenate(this::one)
                .collect()
                .asList();
    }

    private Uni<Settled> one(Workspace workspace) {
        String key = workspace.organisation().key();
        return Uni.createFrom()
                .deferred(() -> number(key))
                .chain(id -> transactions.inTransaction(id, tx -> apply(tx, id, workspace)))
                // Where two replicas begin the same organisation at once, the later one finds it the second time.
                .onFailure(failure -> !(failure instanceof StartProblem))
                .retry()
                .atMost(1)
                .invoke(done -> LOG.infof(
                        "Applied the workspace of %s", workspace.organisation().name()));
    }

    private Uni<Settled> apply(Tx tx, OrganisationId id, Workspace workspace) {
        Organisation organisation = workspace.organisation();
        // Replicas that start together take turns; the second finds nothing left to do.
        return tx.query("select pg_advisory_xact_lock(hashtext('workspace'), $1)::text", id.number())
                .chain(locked -> tx.query(
                        "insert into organisation (id, key, name) values ($1, $2, $3) on conflict (id) do nothing",
                        id.number(),
                        organisation.key(),
                        organisation.name()))
                .chain(there -> new Detecting(tx, id).held())
                .chain(held -> carryOut(tx, id, workspace, Plan.of(workspace, held)))
                .replaceWith(new Settled(id, organisation.key(), Optional.ofNullable(organisation.token())));
    }

    private Uni<Void> carryOut(Tx tx, OrganisationId id, Workspace workspace, Plan plan) {
        if (!plan.refusals().isEmpty()) {
            return Uni.createFrom().failure(new StartProblem(String.join("\n", plan.refusals())));
        }
        Carrying carrying = new Carrying(tx, id, playbooks, mark(workspace.hash()));
        return Multi.createFrom()
                .iterable(plan.steps())
                .onItem()
                .transformToUniAndConcatenate(step -> step.of(carrying).replaceWithVoid())
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** The organisation's number, a new one where it has none. */
    private Uni<OrganisationId> number(String key) {
        return transactions
                .acrossOrganisations(tx -> tx.query("""
                        select coalesce((select id from organisation where key = $1), nextval('organisation_id_seq')::int)
                            as id""", key))
                .map(rows -> new OrganisationId(rows.iterator().next().getInteger("id")));
    }

    /** The organisations there are, by the mark of their files. */
    private Uni<Map<String, Applied>> known() {
        return transactions
                .acrossOrganisations(
                        tx -> tx.query("select id, key, applied, settings from organisation where applied is not null"))
                .map(rows -> {
                    Map<String, Applied> known = new HashMap<>();
                    for (Row row : rows) {
                        JsonObject settings = row.getJsonObject("settings");
                        known.put(
                                row.getString("applied"),
                                new Applied(
                                        new OrganisationId(row.getInteger("id")),
                                        row.getString("key"),
                                        row.getString("applied"),
                                        Optional.ofNullable(settings.getString("token"))));
                    }
                    return known;
                });
    }

    private static String mark(String hash) {
        return MEANING + JOINING + ":" + hash;
    }

    /** The first problem says why; the others stand in the log before it. */
    private static StartProblem refused(List<FileProblem> problems) {
        problems.forEach(problem -> LOG.log(problem.isError() ? Logger.Level.ERROR : Logger.Level.WARN, problem));
        List<FileProblem> errors =
                problems.stream().filter(FileProblem::isError).toList();
        String more = errors.size() > 1 ? " And " + (errors.size() - 1) + " more, in the log above." : "";
        return new StartProblem("The workspace is refused: " + errors.get(0) + more);
    }
}
