package org.branchline.campaign.event;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.branchline.intake.Exchange;
import org.branchline.roster.Access;

/** The shifts that are planned. */
public final class Ahead {

    private static final String SELECT = "select " + Shifts.COLUMNS + "from shift s\n" + Shifts.EVENT + """
            where s.organisation = $1 and e.bot = $2 and e.state = 'open' and s.state = 'open'
              and s.ends_at > $3 and s.starts_at < $7 and
            """
            + EventRights.CONCERNS + "order by s.starts_at, s.id limit 200";

    private Ahead() {}

    /** Those that concern this chat's member, are not over and begin before a moment, soonest first. */
    public static Uni<List<Shift>> of(Exchange exchange, Access access, Instant before) {
        return Shifts.all(exchange, SELECT, EventRights.concerning(exchange, access), Events.utc(before));
    }

    /** When an event takes place in the weeks for which shifts are stored at once, and when it does not although it is its day. */
    public static OffHours.Parted times(Event event, Called called, Instant now) {
        return OffHours.part(event, called.hours(), now, now.plus(Series.AHEAD));
    }
}
