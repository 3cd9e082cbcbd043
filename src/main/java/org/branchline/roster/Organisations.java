package org.branchline.roster;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.branchline.database.OrganisationId;
import org.branchline.database.Transactions;

/** The installation's organisations, kept in memory once their workspaces are applied. */
@Singleton
public class Organisations {

    private static final String READ = "select key, name, settings from organisation where id = $1";

    private final Transactions transactions;
    private final Map<OrganisationId, Organisation> known = new ConcurrentHashMap<>();

    Organisations(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * An organisation that was {@link #load loaded}.
     *
     * @throws IllegalStateException when it was not
     */
    public Organisation organisation(OrganisationId id) {
        Organisation organisation = known.get(id);
        if (organisation == null) {
            throw new IllegalStateException("Organisation " + id + " is not loaded");
        }
        return organisation;
    }

    /** Reads an organisation anew; to be called at start and when its workspace was applied. */
    public Uni<Organisation> load(OrganisationId id) {
        return transactions
                .inTransaction(id, tx -> tx.query(READ, id.number()))
                .map(rows -> organisation(id, rows.iterator().next()))
                .invoke(organisation -> known.put(id, organisation));
    }

    private static Organisation organisation(OrganisationId id, Row row) {
        JsonObject settings = row.getJsonObject("settings");
        JsonArray languages = settings.getJsonArray("languages", new JsonArray(List.of("en")));
        return new Organisation(
                id,
                row.getString("key"),
                row.getString("name"),
                languages.stream().map(Object::toString).toList(),
                Optional.ofNullable(settings.getString("first_playbook")),
                new About(settings));
    }
}
