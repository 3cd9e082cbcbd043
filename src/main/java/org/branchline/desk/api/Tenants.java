package org.branchline.desk.api;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.branchline.database.OrganisationId;
import org.branchline.database.Transactions;
import org.branchline.roster.Bot;
import org.branchline.roster.Organisation;
import org.branchline.roster.Organisations;
import org.jspecify.annotations.Nullable;

/** For which organisation a request to the API is. */
@Singleton
class Tenants {

    private static final int NOT_FOUND = 404;

    private static final String FIND = """
            select b.organisation, b.id from bot b join organisation o on o.id = b.organisation
            where $1::text is null or o.key = $1 order by b.organisation limit 2
            """;

    private final Transactions transactions;
    private final Organisations organisations;

    Tenants(Transactions transactions, Organisations organisations) {
        this.transactions = transactions;
        this.organisations = organisations;
    }

    /** An organisation and the bot that speaks for it. */
    record Tenant(Organisation organisation, Bot bot) {}

    /**
     * The organisation a request names, or the only one there is; empty where that is none.
     *
     * @param key of the organisation, null where the request names none
     */
    Uni<Optional<Tenant>> of(@Nullable String key) {
        return transactions.acrossOrganisations(tx -> tx.query(FIND, key)).map(rows -> {
            if (rows.size() != 1) {
                return Optional.empty();
            }
            Row row = rows.iterator().next();
            OrganisationId id = new OrganisationId(row.getInteger("organisation"));
            return Optional.of(new Tenant(organisations.organisation(id), new Bot(id, row.getLong("id"))));
        });
    }

    /** Told where it is not clear. */
    static Response unclear() {
        return Problem.of(
                NOT_FOUND,
                "Which organisation?",
                "Add ?organisation= and the key of one of this installation's organisations.");
    }
}
