package org.branchline.campaign.event;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.branchline.campaign.audience.Audiences;
import org.branchline.campaign.broadcast.Schedule;
import org.branchline.intake.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * A shift as one member sees it.
 *
 * @param ahead how many wait before them; only while they wait
 * @param offeredUntil until when they can accept, null where nothing is offered
 */
public record Mine(
        Shift shift, Standing standing, int ahead, @Nullable Instant offeredUntil) {

    /** So far ahead shifts are offered. */
    private static final Duration AHEAD = Duration.ofDays(28);

    private static final String SELECT = "select " + Shifts.COLUMNS + """
            , p.state as mine, p.offered_until, case when p.state = 'waiting' then (
              select count(*)::int from shift_place w
              where w.organisation = $1 and w.shift = s.id and w.state = 'waiting' and w.queue < p.queue) end as ahead
            from shift s
            """ + Shifts.EVENT + """
            left join shift_place p on p.organisation = $1 and p.shift = s.id and p.member = $3
            where s.organisation = $1 and e.bot = $2 and
            """;

    /** Whether the event's audience holds the member. */
    private static final String MAY = "(p.state in ('held', 'waiting', 'offered') or exists (select from (\n"
            + Audiences.MEMBERS.replace("$3", "e.audience") + ") r where r.member = $3))\n";

    private static final String FIND = SELECT + "s.id = $4 and " + MAY;

    private static final String ASKED = SELECT + "s.id = $4 and p.state is not null";

    /** So many are read at once. */
    public static final int PAGE = 100;

    private static final String NEXT =
            SELECT + "s.state = 'open' and (s.starts_at, s.id) > ($4, $5) and s.starts_at < $6 and " + MAY
                    + "order by s.starts_at, s.id limit " + PAGE;

    private static final String HELD = SELECT + """
            s.state = 'open' and s.ends_at > $4 and p.state in ('held', 'waiting', 'offered') order by s.starts_at, s.id limit 100
            """;

    /** The one of this number; empty where it is not theirs to see. */
    public static Uni<Optional<Mine>> find(Exchange exchange, long shift) {
        return read(exchange, FIND, shift).map(all -> all.stream().findFirst());
    }

    /** The one of this number, of which they once asked for a place, whoever may do that by now; empty where they did not. */
    public static Uni<Optional<Mine>> asked(Exchange exchange, long shift) {
        return read(exchange, ASKED, shift).map(all -> all.stream().findFirst());
    }

    /** The next ones that are open to this chat's member, soonest first; at most {@link #PAGE}. */
    public static Uni<List<Mine>> next(Exchange exchange) {
        return next(exchange, exchange.now(), Long.MAX_VALUE);
    }

    /** Those behind one of them. */
    public static Uni<List<Mine>> next(Exchange exchange, Shift before) {
        return next(exchange, before.startsAt(), before.id());
    }

    private static Uni<List<Mine>> next(Exchange exchange, Instant after, long id) {
        return read(
                exchange, NEXT, Events.utc(after), id, Events.utc(exchange.now().plus(AHEAD)));
    }

    /** Those for which this chat's member has a place or waits, soonest first. */
    public static Uni<List<Mine>> held(Exchange exchange) {
        return read(exchange, HELD, exchange.utc());
    }

    private static Uni<List<Mine>> read(Exchange exchange, String sql, Object... more) {
        Object[] arguments = new Object[more.length + 3];
        arguments[0] = exchange.organisation().number();
        arguments[1] = exchange.scene().bot().id();
        arguments[2] = exchange.member().id();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return exchange.read(sql, arguments).map(rows -> {
            List<Mine> all = new ArrayList<>();
            rows.forEach(row -> all.add(of(row)));
            return all;
        });
    }

    private static Mine of(Row row) {
        OffsetDateTime until = row.getOffsetDateTime("offered_until");
        return new Mine(
                Shifts.of(row),
                Standing.of(row.getString("mine")),
                Objects.requireNonNullElse(row.getInteger("ahead"), 0),
                Events.instant(until));
    }

    /** Whether a place is theirs to accept and it is not too late for that. */
    public boolean acceptable(Instant now) {
        return standing == Standing.OFFERED && offeredUntil != null && offeredUntil.isAfter(now);
    }

    /** By which clock the member lives. */
    public static ZoneId zone(Exchange exchange) {
        return Objects.requireNonNullElse(exchange.person().zone(), Schedule.UNKNOWN);
    }
}
