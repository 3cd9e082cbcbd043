package org.branchline.campaign.event;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.branchline.database.Reads;
import org.branchline.intake.Exchange;
import org.branchline.roster.Access;
import org.branchline.roster.Bot;
import org.jspecify.annotations.Nullable;

/** Where shifts are kept. */
public final class Shifts {

    /** Of {@code shift s}, with {@link #EVENT}. */
    static final String COLUMNS = """
            s.id as shift, s.starts_at, s.ends_at, s.places, s.minimum, s.taken, s.waiting, s.state as shift_state, s.edition,
            """ + Events.COLUMNS;

    static final String EVENT = "join event e on e.organisation = s.organisation and e.id = s.event\n" + Events.HOST;

    private static final String FIND =
            "select " + COLUMNS + "from shift s\n" + EVENT + "where s.organisation = $1 and e.bot = $2 and s.id = $3";

    private static final String BETWEEN = "select " + COLUMNS + "from shift s\n" + EVENT + """
            where s.organisation = $1 and e.bot = $2 and s.state = 'open' and s.ends_at > $7 and s.starts_at < $8 and
            """ + EventRights.MAY
            + "order by s.ends_at <= $3, s.starts_at, s.id limit 300";

    private Shifts() {}

    /** Those in a stretch of time to which this chat's member sees, the next one first and those that are over behind them. */
    public static Uni<List<Shift>> theirs(Exchange exchange, Access access, Instant from, Instant until) {
        return all(exchange, BETWEEN, EventRights.of(exchange, access), Events.utc(from), Events.utc(until));
    }

    static Uni<List<Shift>> all(Exchange exchange, String sql, EventRights.Rights rights, OffsetDateTime... more) {
        List<@Nullable Object> arguments = new ArrayList<>();
        Collections.addAll(
                arguments,
                exchange.organisation().number(),
                exchange.scene().bot().id(),
                exchange.utc(),
                rights.all(),
                rights.branches(),
                rights.host());
        Collections.addAll(arguments, (Object[]) more);
        return exchange.read(sql, arguments.toArray()).map(rows -> {
            List<Shift> all = new ArrayList<>();
            rows.forEach(row -> all.add(of(row)));
            return all;
        });
    }

    /** The one of this number. */
    public static Uni<Optional<Shift>> find(Reads reads, Bot bot, long id) {
        return reads.read(FIND, bot.organisation().number(), bot.id(), id)
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(of(rows.iterator().next())));
    }

    static Shift of(Row row) {
        Event event = Events.of(row);
        return new Shift(
                row.getLong("shift"),
                event,
                row.getOffsetDateTime("starts_at").toInstant(),
                row.getOffsetDateTime("ends_at").toInstant(),
                row.getInteger("places"),
                row.getInteger("minimum"),
                row.getInteger("taken"),
                row.getInteger("waiting"),
                row.getString("shift_state").equals("open"),
                row.getInteger("edition"));
    }
}
