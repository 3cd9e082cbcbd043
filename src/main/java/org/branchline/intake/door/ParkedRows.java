package org.branchline.intake.door;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.branchline.database.Cipher;
import org.branchline.database.Transactions;
import org.branchline.intake.Arrival;
import org.branchline.roster.Bot;
import org.jspecify.annotations.Nullable;

/**
 * Polled updates that are kept in {@code dead_letter} as parked: those whose handling failed, and behind them, never tried,
 * the later ones of the same chat. All times are the server's own.
 */
@Singleton
class ParkedRows {

    /**
     * One of them.
     *
     * @param tries 0 where it only waits for others
     * @param waitMillis until it may be tried, 0 for now
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Parked(Bot bot, long update, int tries, long waitMillis, byte[] raw) {}

    private static final String WAIT_MILLIS =
            "coalesce(greatest(0, extract(epoch from retry_at - clock_timestamp()) * 1000), 0)::bigint as wait";

    /** Not where another holder of the lease took it to its end meanwhile. */
    private static final String KEEP = """
            insert into dead_letter (organisation, bot, update_id, chat, kind, cause, state, tries, key_id, ciphertext,
              retry_at)
            select $1, $2, $3, $4, $5, $6, 'parked', $7, $8, $9,
              clock_timestamp() + $10::bigint * interval '1 millisecond'
            where not exists (
              select 1 from update_seen s where s.organisation = $1 and s.bot = $2 and s.update_id = $3)
            on conflict (organisation, bot, update_id) do nothing
            """;

    private static final String CHATS = "select distinct on (chat) chat, " + WAIT_MILLIS + """
             from dead_letter where organisation = $1 and bot = $2 and state = 'parked'
            order by chat, update_id
            """;

    private static final String FIRST = "select update_id, tries, key_id, ciphertext, " + WAIT_MILLIS + """
             from dead_letter where organisation = $1 and bot = $2 and chat = $3 and state = 'parked'
            order by update_id limit 1
            """;

    private static final String FAILED = """
            update dead_letter set tries = tries + 1, cause = $5,
              retry_at = clock_timestamp() + $6::bigint * interval '1 millisecond'
            where organisation = $1 and bot = $2 and update_id = $3 and tries = $4 and state = 'parked'
            """;

    private static final String DONE = """
            delete from dead_letter where organisation = $1 and bot = $2 and update_id = $3 and state = 'parked'
            """;

    private static final String UNREADABLE = """
            update dead_letter set state = 'dead', cause = 'Unreadable', retry_at = null
            where organisation = $1 and bot = $2 and update_id = $3 and state = 'parked'
            """;

    private final Transactions transactions;
    private final RawUpdates raw;
    private final DoorWitness witness;

    ParkedRows(Transactions transactions, RawUpdates raw, DoorWitness witness) {
        this.transactions = transactions;
        this.raw = raw;
        this.witness = witness;
    }

    /** Keeps one whose first try failed. */
    Uni<Void> park(Arrival arrival, Throwable cause, long waitMillis) {
        return keep(arrival, cause.getClass().getSimpleName(), 1, waitMillis);
    }

    /** Keeps one behind others of its chat. */
    Uni<Void> behind(Arrival arrival) {
        return keep(arrival, "Behind", 0, null);
    }

    private Uni<Void> keep(Arrival arrival, String cause, int tries, @Nullable Long waitMillis) {
        Cipher.Sealed sealed = raw.seal(arrival);
        return write(
                arrival.bot(),
                KEEP,
                arrival.update(),
                arrival.chat(),
                arrival.kind(),
                cause,
                tries,
                sealed.keyId(),
                sealed.ciphertext(),
                waitMillis);
    }

    /** The chats that have some, each with the milliseconds until its first may be tried. */
    Uni<Map<Long, Long>> chats(Bot bot) {
        return transactions
                .inTransaction(
                        bot.organisation(),
                        tx -> tx.query(CHATS, bot.organisation().number(), bot.id()))
                .map(rows -> {
                    Map<Long, Long> chats = new HashMap<>();
                    for (Row row : rows) {
                        chats.put(row.getLong("chat"), row.getLong("wait"));
                    }
                    return chats;
                });
    }

    /** The chat's first, by the number of the update. */
    Uni<Optional<Parked>> first(Bot bot, long chat) {
        return transactions
                .inTransaction(
                        bot.organisation(),
                        tx -> tx.query(FIRST, bot.organisation().number(), bot.id(), chat))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(parked(bot, rows.iterator().next())));
    }

    private Parked parked(Bot bot, Row row) {
        long update = row.getLong("update_id");
        return new Parked(
                bot,
                update,
                row.getInteger("tries"),
                row.getLong("wait"),
                raw.open(bot, update, row.getString("key_id"), row.getBuffer("ciphertext")));
    }

    /** Counts a failed try; nothing where somebody else did. */
    Uni<Void> failed(Parked parked, Throwable cause, long waitMillis) {
        return write(
                parked.bot(),
                FAILED,
                parked.update(),
                parked.tries(),
                cause.getClass().getSimpleName(),
                waitMillis);
    }

    /** It was taken to its end. */
    Uni<Void> done(Parked parked) {
        return write(parked.bot(), DONE, parked.update());
    }

    /** It cannot be tried again. */
    Uni<Void> unreadable(Parked parked) {
        return write(parked.bot(), UNREADABLE, parked.update()).invoke(witness::givenUp);
    }

    private Uni<Void> write(Bot bot, String sql, @Nullable Object... arguments) {
        @Nullable Object[] all = new @Nullable Object[arguments.length + 2];
        all[0] = bot.organisation().number();
        all[1] = bot.id();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return transactions
                .inTransaction(bot.organisation(), tx -> tx.query(sql, all))
                .replaceWithVoid();
    }
}
