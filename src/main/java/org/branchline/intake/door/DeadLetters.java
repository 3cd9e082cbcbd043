package org.branchline.intake.door;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.branchline.database.Cipher;
import org.branchline.database.Transactions;
import org.branchline.intake.Arrival;
import org.branchline.intake.Receipt;
import org.jboss.logging.Logger;

/** Puts an update aside for good: kept encrypted, known as seen, and the person gets the open question once more. */
@Singleton
class DeadLetters {

    /** promises.md, poison update. */
    static final int MOST_TRIES = 5;

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private static final String BURY = """
            insert into dead_letter (organisation, bot, update_id, chat, kind, cause, tries, key_id, ciphertext)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (organisation, bot, update_id) do update
              set state = 'dead', cause = excluded.cause, tries = excluded.tries, retry_at = null
              where dead_letter.state = 'parked'
            """;

    /** Organisation, bot, update. Nothing is inserted where it was seen before. */
    private static final String SEEN =
            "insert into update_seen (organisation, bot, update_id) values ($1, $2, $3) on conflict do nothing";

    /** Organisation, bot, update, chat: whoever was answered with nothing gets the open question once more. */
    private static final String ASK_AGAIN = """
            insert into job (organisation, kind, key, argument, due_at)
            select organisation, 'ask again', 'put aside ' || bot || '/' || $3::bigint,
              jsonb_build_object('bot', bot, 'chat', id, 'run', front), clock_timestamp()
            from chat where organisation = $1 and bot = $2 and id = $4 and front is not null
            on conflict do nothing
            """;

    private static final String NO_MORE_TRIES =
            "delete from update_try where organisation = $1 and bot = $2 and update_id = $3";

    private final Transactions transactions;
    private final RawUpdates raw;
    private final DoorWitness witness;

    DeadLetters(Transactions transactions, RawUpdates raw, DoorWitness witness) {
        this.transactions = transactions;
        this.raw = raw;
        this.witness = witness;
    }

    /** Gives an update up after so many tries, the last of which failed of {@code cause}. */
    Uni<Receipt> bury(Arrival arrival, Throwable cause, int tries) {
        int organisation = arrival.bot().organisation().number();
        long bot = arrival.bot().id();
        Cipher.Sealed sealed = raw.seal(arrival);
        LOG.errorf(
                "bot=%d update=%d kind=%s was given up after %d tries and is kept encrypted for 7 days in dead_letter",
                bot, arrival.update(), arrival.kind(), tries);
        return transactions
                .inTransaction(
                        arrival.bot().organisation(),
                        tx -> tx.commitWith(List.of(
                                tx.query(
                                        BURY,
                                        organisation,
                                        bot,
                                        arrival.update(),
                                        arrival.chat(),
                                        arrival.kind(),
                                        cause.getClass().getSimpleName(),
                                        tries,
                                        sealed.keyId(),
                                        sealed.ciphertext()),
                                tx.query(SEEN, organisation, bot, arrival.update()),
                                tx.query(ASK_AGAIN, organisation, bot, arrival.update(), arrival.chat()),
                                tx.query(NO_MORE_TRIES, organisation, bot, arrival.update()))))
                .invoke(witness::givenUp)
                .replaceWith(Receipt.SILENT);
    }
}
