package org.branchline.intake.job;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import org.branchline.database.OrganisationId;
import org.branchline.intake.Exchange;

/** Work on more than a few rows, written by a transaction and carried out after its commit; safe to repeat. */
public record Job(OrganisationId organisation, long id, JsonObject argument) {

    private static final String DONE =
            "update job set done_at = clock_timestamp() where organisation = $1 and id = $2 and done_at is null";

    /**
     * Marks it done in the turn that says what came of it, so that a crash between the two says it neither twice nor never.
     *
     * @return false where it was done before
     */
    public Uni<Boolean> finish(Exchange exchange) {
        return exchange.read(DONE, organisation.number(), id).map(rows -> rows.rowCount() > 0);
    }
}
