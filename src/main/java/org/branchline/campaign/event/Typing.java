package org.branchline.campaign.event;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.branchline.intake.Exchange;

/** What this chat's member was asked to type of a shift: at most one thing. */
public final class Typing {

    /** Whoever was asked types it within this time, or means something else. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private static final String AWAIT = """
            insert into shift_typing (organisation, bot, member, shift, what, said, due, asked_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (organisation, bot, member) do update set shift = excluded.shift, what = excluded.what,
              said = excluded.said, due = excluded.due, asked_at = excluded.asked_at
            """;

    private static final String FIND = """
            select shift, what, said, due from shift_typing
            where organisation = $1 and bot = $2 and member = $3 and asked_at > $4
            """;

    /** Whoever takes it away goes on with it; a second press finds nothing. */
    private static final String TAKE = """
            delete from shift_typing
            where organisation = $1 and bot = $2 and member = $3 and asked_at > $4 and shift = $5 and what = $6
            returning shift, what, said, due
            """;

    private static final String DROP = """
            delete from shift_typing where organisation = $1 and bot = $2 and member = $3 and what <> all ($4::text[])
            """;

    private Typing() {}

    /** What was asked for. */
    public enum Awaited {
        /** The name of somebody without a chat. */
        GUEST,
        /** When it begins instead. */
        TIME,
        /** Where it is. */
        WHERE,
        /** What shall be talked about at a meeting. */
        ITEM,
        /** What was decided there. */
        DECISION,
        /** What is to be done since. */
        TASK,
        /** By when. */
        DUE,
        /** Who does it: that is pressed. */
        LEAD
    }

    /**
     * What somebody was asked for.
     *
     * @param said what of it they sent before, empty for nothing
     * @param due by when that is to be done, as ISO 8601 has days and moments, empty where that is not said
     */
    public record Asked(long shift, Awaited what, String said, String due) {}

    public static void await(Exchange exchange, Shift shift, Awaited what) {
        await(exchange, new Asked(shift.id(), what, "", ""));
    }

    public static void await(Exchange exchange, Asked asked) {
        exchange.write(
                AWAIT,
                exchange.organisation().number(),
                exchange.scene().bot().id(),
                exchange.member().id(),
                asked.shift(),
                column(asked.what()),
                asked.said(),
                asked.due(),
                exchange.utc());
    }

    /** What it is now, if anything. */
    static Uni<Optional<Asked>> find(Exchange exchange) {
        return exchange.read(
                        FIND,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        exchange.member().id(),
                        Events.utc(exchange.now().minus(PATIENCE)))
                .map(Typing::first);
    }

    /** The same, which is not asked for any more then; empty where it is another thing. */
    public static Uni<Optional<Asked>> take(Exchange exchange, Shift shift, Awaited what) {
        return exchange.read(
                        TAKE,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        exchange.member().id(),
                        Events.utc(exchange.now().minus(PATIENCE)),
                        shift.id(),
                        column(what))
                .map(Typing::first);
    }

    private static Optional<Asked> first(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(of(rows.iterator().next()));
    }

    private static Asked of(Row row) {
        return new Asked(
                row.getLong("shift"),
                Awaited.valueOf(row.getString("what").toUpperCase(Locale.ROOT)),
                row.getString("said"),
                row.getString("due"));
    }

    public static void drop(Exchange exchange) {
        dropAllBut(exchange, Set.of());
    }

    /** Nothing is asked for any more, unless it is one of these. */
    static void dropAllBut(Exchange exchange, Set<Awaited> kept) {
        exchange.write(
                DROP,
                exchange.organisation().number(),
                exchange.scene().bot().id(),
                exchange.member().id(),
                kept.stream().map(Typing::column).toArray(String[]::new));
    }

    /** What was typed on one line, without what would turn or break the line that it is put into. */
    public static String line(String typed) {
        return typed.replaceAll("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069\\s]+", " ")
                .strip();
    }

    private static String column(Awaited what) {
        return what.name().toLowerCase(Locale.ROOT);
    }
}
