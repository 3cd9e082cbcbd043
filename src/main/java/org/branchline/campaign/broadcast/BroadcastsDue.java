package org.branchline.campaign.broadcast;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.branchline.database.Reads;
import org.branchline.intake.Agenda;
import org.branchline.intake.Due;
import org.branchline.roster.Bot;

/** When broadcasts begin, fall due for more members, and end. */
@Singleton
class BroadcastsDue implements Due {

    /** Least, greatest and the sums pass over what is null. What is over its end is given up, the rest of it held until then. */
    private static final String STANDING = """
            select
              coalesce(sum(case
                when b.state in ('going', 'paused') and b.finish_by <= $3 then h.held
                when b.state = 'going' and b.goes_at <= $3 then h.due end), 0)::bigint as left,
              least(
                min(b.goes_at) filter (where b.goes_at > $3 and b.state <> 'paused'),
                min(b.finish_by) filter (where b.finish_by > $3),
                min(h.next) filter (where b.state <> 'paused')) as next
            from broadcast b
            cross join lateral (
              select count(*) as held, count(*) filter (where o.due_at <= $3) as due,
                min(o.due_at) filter (where o.due_at > $3) as next
              from outbox o where o.organisation = $1 and o.content = b.content and o.state = 'held') h
            where b.organisation = $1 and b.bot = $2 and b.counts is null and b.state in ('creating', 'going', 'paused')
            """;

    @Override
    public Uni<Agenda> agenda(Reads reads, Bot bot, Instant now) {
        return reads.read(STANDING, bot.organisation().number(), bot.id(), now.atOffset(ZoneOffset.UTC))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    OffsetDateTime next = row.getOffsetDateTime("next");
                    return new Agenda(row.getLong("left"), next == null ? null : next.toInstant());
                });
    }
}
