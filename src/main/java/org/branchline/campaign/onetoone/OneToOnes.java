package org.branchline.campaign.onetoone;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.branchline.database.Cipher;
import org.branchline.intake.Exchange;
import org.jspecify.annotations.Nullable;

/** Where one-to-ones are kept. Every statement names the chat's own member: nobody reaches another's. */
@Singleton
class OneToOnes {

    /** What {@link #of} reads. */
    static final String COLUMNS = "id, key_id, ciphertext, met_on, back_on";

    private static final String MINE = "organisation = $1 and bot = $2 and member = $3";

    private static final String FIND = "select " + COLUMNS + " from one_to_one where " + MINE + " and id = $4";

    /** The latest before one; before none, the latest there are. */
    private static final String PAGE = "select " + COLUMNS + " from one_to_one where " + MINE + """
             and met_on is not null and ($4::bigint = 0 or (met_on, id) < (
              select o.met_on, o.id from one_to_one o
              where o.organisation = $1 and o.bot = $2 and o.member = $3 and o.id = $4))
            order by met_on desc, id desc limit $5
            """;

    private static final String DROP_BEGUN = "delete from one_to_one where " + MINE + " and met_on is null";

    private static final String BEGIN = """
            insert into one_to_one (organisation, bot, member, goes_on, touched_at) values ($1, $2, $3, $4, $5) returning id
            """;

    private static final String WORDS =
            "update one_to_one set key_id = $5, ciphertext = $6, touched_at = $7 where " + MINE + " and id = $4";

    /** Whoever met somebody again got back to them. */
    private static final String MET = """
            with logged as (
              update one_to_one o set met_on = $5, touched_at = $6, goes_on = null
              from (select goes_on from one_to_one where organisation = $1 and id = $4) before
              where o.organisation = $1 and o.bot = $2 and o.member = $3 and o.id = $4
              returning before.goes_on)
            update one_to_one o set back_on = null, remind_at = null from logged
            where o.organisation = $1 and o.bot = $2 and o.member = $3 and o.id = logged.goes_on
            """;

    private static final String BACK =
            "update one_to_one set back_on = $5, remind_at = $6, touched_at = $7 where " + MINE + " and id = $4";

    private static final String DROP = "delete from one_to_one where " + MINE + " and id = $4";

    private final Notes notes;

    OneToOnes(Notes notes) {
        this.notes = notes;
    }

    /** The one of this number; empty where it is not this chat's. */
    Uni<Optional<OneToOne>> find(Exchange exchange, long id) {
        return exchange.read(FIND, mine(exchange, id))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(of(exchange, rows.iterator().next())));
    }

    /**
     * The latest that are logged, the latest first.
     *
     * @param before the number of the one behind which they stand, 0 for none
     */
    Uni<List<OneToOne>> latest(Exchange exchange, long before, int most) {
        return exchange.read(PAGE, mine(exchange, before, most)).map(rows -> {
            List<OneToOne> latest = new ArrayList<>();
            rows.forEach(row -> latest.add(of(exchange, row)));
            return latest;
        });
    }

    /**
     * Begins one; what was begun before is dropped.
     *
     * @param goesOn the number of the one that is got back to, 0 for none
     */
    Uni<OneToOne> begin(Exchange exchange, Notes.Words words, long goesOn) {
        return exchange.read(DROP_BEGUN, mine(exchange))
                .chain(() -> exchange.read(BEGIN, mine(exchange, goesOn == 0 ? null : goesOn, exchange.utc())))
                .map(rows -> {
                    OneToOne begun = new OneToOne(rows.iterator().next().getLong("id"), words, null, null, true);
                    say(exchange, begun);
                    return begun;
                });
    }

    /** Keeps what its author typed. */
    void say(Exchange exchange, OneToOne one) {
        Cipher.Sealed sealed =
                notes.seal(exchange.organisation(), one.id(), exchange.scene().chat(), one.words());
        exchange.write(WORDS, mine(exchange, one.id(), sealed.keyId(), sealed.ciphertext(), exchange.utc()));
    }

    /** Logs it, or corrects its day; at once, so that it counts. */
    Uni<Void> met(Exchange exchange, OneToOne one, LocalDate day) {
        return exchange.read(MET, mine(exchange, one.id(), day, exchange.utc())).replaceWithVoid();
    }

    /** When its author gets back to whoever it was, null for not any more. */
    void back(Exchange exchange, OneToOne one, @Nullable LocalDate day, @Nullable Instant remindAt) {
        exchange.write(
                BACK,
                mine(
                        exchange,
                        one.id(),
                        day,
                        remindAt == null ? null : remindAt.atOffset(ZoneOffset.UTC),
                        exchange.utc()));
    }

    void drop(Exchange exchange, OneToOne one) {
        exchange.write(DROP, mine(exchange, one.id()));
    }

    /** What was begun and not logged. */
    void dropBegun(Exchange exchange) {
        exchange.write(DROP_BEGUN, mine(exchange));
    }

    /** A row of this chat's. */
    OneToOne of(Exchange exchange, Row row) {
        long id = row.getLong("id");
        Optional<Notes.Words> words = notes.read(
                exchange.organisation(),
                id,
                exchange.scene().chat(),
                row.getString("key_id"),
                row.getBuffer("ciphertext"));
        return new OneToOne(
                id,
                words.orElseGet(() -> new Notes.Words(Saying.SPEECH.say(exchange, "unreadable.who"), "")),
                row.getLocalDate("met_on"),
                row.getLocalDate("back_on"),
                words.isPresent());
    }

    /** Organisation, bot and member of this chat, and what follows them. */
    static @Nullable Object[] mine(Exchange exchange, @Nullable Object... more) {
        @Nullable Object[] arguments = new @Nullable Object[more.length + 3];
        arguments[0] = exchange.organisation().number();
        arguments[1] = exchange.scene().bot().id();
        arguments[2] = exchange.member().id();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return arguments;
    }
}
