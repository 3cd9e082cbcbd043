package org.branchline.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.branchline.database.Cipher;
import org.branchline.database.Transactions;
import org.jboss.logging.Logger;

/**
 * What becomes of an update whose turn failed. An outage is nobody's fault: the platform delivers again. Where handling
 * itself failed, tries are counted in Postgres; after the fifth the update is a dead letter and the chat goes on.
 */
@Singleton
class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class);
    private static final int MOST_TRIES = 5;

    private static final String TRY = """
            insert into update_try (organisation, bot, update_id, tries) values ($1, $2, $3, 1)
            on conflict (organisation, bot, update_id) do update set tries = update_try.tries + 1
            returning tries
            """;

    private static final String BURY = """
            insert into dead_letter (organisation, bot, update_id, chat, kind, cause, tries, key_id, ciphertext)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (organisation, bot, update_id) do nothing
            """;

    /** Organisation, bot, update, chat: whoever was answered with nothing gets the open question once more. */
    private static final String ASK_AGAIN = """
            insert into job (organisation, kind, key, argument, due_at)
            select organisation, 'ask again', 'put aside ' || $3::bigint,
              jsonb_build_object('bot', bot, 'chat', id, 'run', front), clock_timestamp()
            from chat where organisation = $1 and bot = $2 and id = $4 and front is not null
            on conflict do nothing
            """;

    private static final String NO_MORE_TRIES =
            "delete from update_try where organisation = $1 and bot = $2 and update_id = $3";

    private final Transactions transactions;
    private final Cipher cipher;

    Failures(Transactions transactions, Cipher cipher) {
        this.transactions = transactions;
        this.cipher = cipher;
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
                    Row row = rows.iterator().next();
                    int tries = row.getInteger("tries");
                    LOG.warnf(
                            cause,
                            "bot=%d update=%d kind=%s try=%d of %d failed",
                            arrival.bot().id(),
                            arrival.update(),
                            kind(arrival),
                            tries,
                            MOST_TRIES);
                    return tries < MOST_TRIES ? Uni.createFrom().<Receipt>failure(cause) : bury(arrival, cause, tries);
                });
    }

    private Uni<Receipt> bury(Arrival arrival, Throwable cause, int tries) {
        int organisation = arrival.bot().organisation().number();
        long bot = arrival.bot().id();
        Cipher.Sealed sealed = cipher.seal(
                "update/" + organisation + "/" + bot + "/" + arrival.update(),
                new String(arrival.raw(), StandardCharsets.UTF_8));
        LOG.errorf(
                "bot=%d update=%d kind=%s was given up after %d tries and is kept encrypted for 7 days in dead_letter",
                bot, arrival.update(), kind(arrival), tries);
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
                                        kind(arrival),
                                        cause.getClass().getSimpleName(),
                                        tries,
                                        sealed.keyId(),
                                        sealed.ciphertext()),
                                tx.query(TurnSql.SEEN, organisation, bot, arrival.update()),
                                tx.query(ASK_AGAIN, organisation, bot, arrival.update(), arrival.chat()),
                                tx.query(NO_MORE_TRIES, organisation, bot, arrival.update()))))
                .replaceWith(Receipt.SILENT);
    }

    private static String kind(Arrival arrival) {
        return arrival.what().getClass().getSimpleName();
    }
}
