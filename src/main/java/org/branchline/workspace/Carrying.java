package org.branchline.workspace;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.branchline.database.OrganisationId;
import org.branchline.database.Tx;
import org.branchline.playbooks.Playbooks;

/** Carries a plan's steps out, in SQL. */
final class Carrying implements Step.Cases<Uni<?>> {

    private final Tx tx;
    private final OrganisationId organisation;
    private final Playbooks playbooks;
    private final String applied;

    Carrying(Tx tx, OrganisationId organisation, Playbooks playbooks, String applied) {
        this.tx = tx;
        this.organisation = organisation;
        this.playbooks = playbooks;
        this.applied = applied;
    }

    @Override
    public Uni<?> settle(Step.Settle step) {
        return tx.query(
                "update organisation set name = $2, settings = $3, applied = $4 where id = $1",
                organisation.number(),
                step.name(),
                new JsonObject(step.settings()),
                applied);
    }

    @Override
    public Uni<?> addBranch(Step.AddBranch step) {
        return branch("""
                insert into branch (organisation, key, parent, names, timezone, members_stated)
                values ($1, $2, (select id from branch where organisation = $1 and key = $3), $4, $5, $6)""", step.branch());
    }

    @Override
    public Uni<?> changeBranch(Step.ChangeBranch step) {
        return branch("""
                update branch set parent = (select id from branch where organisation = $1 and key = $3),
                    names = $4, timezone = $5, members_stated = $6, retired_at = null
                where organisation = $1 and key = $2""", step.branch());
    }

    private Uni<?> branch(String sql, BranchText branch) {
        return tx.query(
                sql,
                organisation.number(),
                branch.key(),
                branch.parent(),
                json(branch.names()),
                branch.zone() == null ? null : branch.zone().getId(),
                branch.members());
    }

    @Override
    public Uni<?> retireBranch(Step.RetireBranch step) {
        return tx.query(
                "update branch set retired_at = clock_timestamp() where organisation = $1 and key = $2",
                organisation.number(),
                step.key());
    }

    @Override
    public Uni<?> publish(Step.Publish step) {
        return playbooks.publish(tx, organisation, step.playbook(), step.source());
    }

    @Override
    public Uni<?> keepWording(Step.KeepWording step) {
        return tx.query(
                "insert into consent_wording (organisation, purpose, version, wording) values ($1, $2, $3, $4)",
                organisation.number(),
                step.purpose(),
                step.version(),
                json(step.wording()));
    }

    private static JsonObject json(Map<String, String> texts) {
        JsonObject json = new JsonObject();
        texts.forEach(json::put);
        return json;
    }
}
