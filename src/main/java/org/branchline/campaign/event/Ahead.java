package org.branchline.campaign.event;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.branchline.database.Reads;
import org.branchline.roster.Bot;

/** The shifts that are planned. */
public final class Ahead {

    private static final String SELECT = "select " + Shifts.COLUMNS + "from shift s\n" + Shifts.EVENT + """
            where s.organisation = $1 and e.bot = $2 and e.state = 'open' and s.state = 'open'
              and s.ends_at > $3 and s.starts_at < $4
            order by s.starts_at, s.id limit 200
            """;

    private Ahead() {}

    /** Those that are not over and begin before a moment, soonest first. */
    public static Uni<List<Shift>> of(Reads reads, Bot bot, Instant now, Instant before) {
        return reads.read(SELECT, bot.organisation().number(), bot.id(), Events.utc(now), Events.utc(before))
                .map(rows -> {
                    List<Shift> all = new ArrayList<>();
                    rows.forEach(row -> all.add(Shifts.of(row)));
                    return all;
                });
    }

    /** How often an event takes place in the weeks for which shifts are stored at once. */
    public static int times(Event event, Instant now) {
        return Series.of(event, now, now.plus(Series.AHEAD)).size();
    }
}
