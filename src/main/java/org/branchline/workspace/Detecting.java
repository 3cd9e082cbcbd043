package org.branchline.workspace;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.branchline.database.OrganisationId;
import org.branchline.database.Tx;

/** Reads what the database holds of an organisation, as far as its files have a say. */
final class Detecting {

    private static final String BRANCHES = """
            select b.key, p.key as parent, b.names, b.timezone, b.members_stated, b.retired_at is not null as retired
            from branch b left join branch p on p.organisation = b.organisation and p.id = b.parent
            where b.organisation = $1""";

    private static final String PLAYBOOKS = """
            select distinct on (playbook) playbook, version from playbook_version
            where organisation = $1 order by playbook, published_at desc, version""";

    private static final String WORDINGS =
            "select purpose, version, wording from consent_wording where organisation = $1";

    private final Tx tx;
    private final int organisation;

    Detecting(Tx tx, OrganisationId organisation) {
        this.tx = tx;
        this.organisation = organisation.number();
    }

    Uni<Held> held() {
        return branches().chain(branches -> playbooks()
                .chain(playbooks -> wordings().map(wordings -> new Held(branches, playbooks, wordings))));
    }

    private Uni<Map<String, Held.HeldBranch>> branches() {
        return tx.query(BRANCHES, organisation).map(rows -> {
            Map<String, Held.HeldBranch> branches = new HashMap<>();
            for (Row row : rows) {
                String key = row.getString("key");
                BranchText text = new BranchText(
                        key,
                        row.getString("parent"),
                        texts(row.getJsonObject("names")),
                        Optional.ofNullable(row.getString("timezone"))
                                .map(ZoneId::of)
                                .orElse(null),
                        row.getInteger("members_stated"));
                branches.put(key, new Held.HeldBranch(text, row.getBoolean("retired")));
            }
            return branches;
        });
    }

    private Uni<Map<String, String>> playbooks() {
        return tx.query(PLAYBOOKS, organisation).map(rows -> {
            Map<String, String> versions = new HashMap<>();
            rows.forEach(row -> versions.put(row.getString("playbook"), row.getString("version")));
            return versions;
        });
    }

    private Uni<Map<String, Map<String, String>>> wordings() {
        return tx.query(WORDINGS, organisation).map(rows -> {
            Map<String, Map<String, String>> wordings = new HashMap<>();
            rows.forEach(row -> wordings.put(
                    Held.wording(row.getString("purpose"), row.getString("version")),
                    texts(row.getJsonObject("wording"))));
            return wordings;
        });
    }

    private static Map<String, String> texts(JsonObject json) {
        Map<String, String> texts = new HashMap<>();
        json.fieldNames().forEach(language -> texts.put(language, json.getString(language)));
        return texts;
    }
}
