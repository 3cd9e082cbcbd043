package org.branchline.campaign.event.calling;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.branchline.intake.Exchange;

/** Where what people count is kept: numbers, and nothing of whoever was called. */
final class Tallies {

    /** More than that in one shift is a slip of the finger, or worse. */
    static final int MOST = 2_000;

    private static final String COLUMNS = Stream.concat(
                    Arrays.stream(Outcome.values()).map(Outcome::column),
                    Arrays.stream(CallBack.values()).map(CallBack::column))
            .collect(Collectors.joining(", "));

    private static final String FIND = "select " + COLUMNS
            + ", calls, contacts from shift_tally where organisation = $1 and shift = $2 and member = $3";

    private static final String TOTAL = "select "
            + Arrays.stream(COLUMNS.split(", "))
                    .map(column -> "coalesce(sum(" + column + "), 0)::int as " + column)
                    .collect(Collectors.joining(", "))
            + """
            , sum(greatest(coalesce(calls, 0), %1$s))::int as calls,
              sum(least(greatest(coalesce(calls, 0), %1$s), greatest(coalesce(contacts, 0), call_back + refused + undecided + supporter)))::int
                as contacts
            from shift_tally where organisation = $1 and shift = $2
            """.formatted(Arrays.stream(Outcome.values()).map(Outcome::column).collect(Collectors.joining(" + ")));

    private static final String COUNT = """
            insert into shift_tally as t (organisation, shift, member, %1$s, last, counted_at) values ($1, $2, $3, 1, '%1$s', $4)
            on conflict (organisation, shift, member) do update set %1$s = least(t.%1$s + 1,""" + MOST + """
            ), last = '%1$s', last_back = null, counted_at = excluded.counted_at
            """;

    private static final String BACK = "update shift_tally set "
            + Arrays.stream(Outcome.values())
                    .map(outcome -> "%1$s = greatest(0, %1$s - (last = '%1$s')::int)".formatted(outcome.column()))
                    .collect(Collectors.joining(", "))
            + ", "
            + Arrays.stream(CallBack.values())
                    .map(when -> "%1$s = %1$s - (last_back is not distinct from '%1$s')::int".formatted(when.column()))
                    .collect(Collectors.joining(", "))
            + ", last = null, last_back = null where organisation = $1 and shift = $2 and member = $3 and last is not null";

    /** Of the last one, who said it another way before. */
    private static final String CALL_BACK = "update shift_tally set "
            + Arrays.stream(CallBack.values())
                    .map(when -> "%1$s = %1$s - (last_back is not distinct from '%1$s')::int + ($4 = '%1$s')::int"
                            .formatted(when.column()))
                    .collect(Collectors.joining(", "))
            + ", last_back = $4 where organisation = $1 and shift = $2 and member = $3 and last = 'call_back'";

    private static final String SAY_CALLS = """
            insert into shift_tally as t (organisation, shift, member, calls, counted_at) values ($1, $2, $3, $5, $4)
            on conflict (organisation, shift, member) do update set calls = excluded.calls, counted_at = excluded.counted_at
            """;

    private static final String SAY_CONTACTS = """
            update shift_tally set contacts = $5, counted_at = $4 where organisation = $1 and shift = $2 and member = $3
            """;

    private static final String FEEL = """
            update shift_place set felt = $4 where organisation = $1 and shift = $2 and member = $3 and state = 'held'
            """;

    private Tallies() {}

    /** That of this chat's member. */
    static Uni<Tally> mine(Exchange exchange, long shift) {
        return exchange.read(
                        FIND,
                        exchange.organisation().number(),
                        shift,
                        exchange.member().id())
                .map(rows -> rows.size() == 0 ? Tally.NONE : of(rows.iterator().next()));
    }

    /** That of all of a shift. */
    static Uni<Tally> total(Exchange exchange, long shift) {
        return exchange.read(TOTAL, exchange.organisation().number(), shift)
                .map(rows -> of(rows.iterator().next()));
    }

    static void count(Exchange exchange, long shift, Outcome outcome) {
        exchange.write(
                COUNT.formatted(outcome.column()),
                exchange.organisation().number(),
                shift,
                exchange.member().id(),
                exchange.utc());
    }

    /** The last one was none; completes with what is left. */
    static Uni<Tally> takeBack(Exchange exchange, long shift) {
        return exchange.read(
                        BACK,
                        exchange.organisation().number(),
                        shift,
                        exchange.member().id())
                .chain(() -> mine(exchange, shift));
    }

    /** When the last one wants to be called back; completes with what is counted. */
    static Uni<Tally> callBack(Exchange exchange, long shift, CallBack when) {
        return exchange.read(
                        CALL_BACK,
                        exchange.organisation().number(),
                        shift,
                        exchange.member().id(),
                        when.column())
                .chain(() -> mine(exchange, shift));
    }

    static void calls(Exchange exchange, long shift, int calls) {
        said(exchange, SAY_CALLS, shift, calls);
    }

    static void contacts(Exchange exchange, long shift, int contacts) {
        said(exchange, SAY_CONTACTS, shift, contacts);
    }

    private static void said(Exchange exchange, String sql, long shift, int number) {
        exchange.write(
                sql,
                exchange.organisation().number(),
                shift,
                exchange.member().id(),
                exchange.utc(),
                Math.min(number, MOST));
    }

    static void felt(Exchange exchange, long shift, Feeling feeling) {
        exchange.write(
                FEEL, exchange.organisation().number(), shift, exchange.member().id(), feeling.column());
    }

    private static Tally of(Row row) {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, row.getInteger(outcome.column()));
        }
        Map<CallBack, Integer> backs = new EnumMap<>(CallBack.class);
        for (CallBack when : CallBack.values()) {
            backs.put(when, row.getInteger(when.column()));
        }
        return new Tally(outcomes, backs, row.getInteger("calls"), row.getInteger("contacts"));
    }
}
