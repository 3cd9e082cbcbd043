package org.branchline.intake.door;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.database.Outages;
import org.branchline.database.Transactions;
import org.branchline.intake.Arrival;
import org.branchline.intake.Causes;
import org.branchline.intake.Receipt;
import org.jboss.logging.Logger;

/**
 * What becomes of an update whose turn failed and that the platform delivers again. An outage is nobody's fault. Where
 * handling itself failed, tries are counted in Postgres; after the fifth the update is a dead letter and the chat goes on.
 */
@Singleton
class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class);

    private static final String TRY = """
            insert into update_try (organisation, bot, update_id, tries) values ($1, $2, $3, 1)
            on conflict (organisation, bot, update_id) do update set tries = update_try.tries + 1
            returning tries
            """;

    private final Transactions transactions;
    private final DeadLetters letters;

    Failures(Transactions transactions, DeadLetters letters) {
        this.transactions = transactions;
        this.letters = letters;
    }

    /** Fails as the turn did while the platform is to deliver again; completes once the update is put aside. */
    Uni<Receipt> of(Arrival arrival, Throwable cause) {
        if (Outages.outage(cause)) {
            return Uni.createFrom().failure(cause);
        }
        return transactions
                .inTransaction(
                        arrival.bot().organisation(),
                        tx -> tx.query(
                                TRY,
                                arrival.bot().organisation().number(),
                                arrival.bot().id(),
                                arrival.update()))
                .flatMap(rows -> {
                    int tries = rows.iterator().next().getInteger("tries");
                    tell(arrival, cause, tries);
                    return tries < DeadLetters.MOST_TRIES
                            ? Uni.createFrom().<Receipt>failure(cause)
                            : letters.bury(arrival, cause, tries);
                });
    }

    /** Says to the log that a try failed. */
    static void tell(Arrival arrival, Throwable cause, int tries) {
        LOG.warnf(
                "bot=%d update=%d kind=%s try=%d handling it failed, at most %d tries: %s",
                arrival.bot().id(),
                arrival.update(),
                arrival.kind(),
                tries,
                DeadLetters.MOST_TRIES,
                Causes.trace(cause));
    }
}
