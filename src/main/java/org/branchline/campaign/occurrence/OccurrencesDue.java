package org.branchline.campaign.occurrence;

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

/** When occurrences fall due where somebody lives, and when more of them must be planned. */
@Singleton
class OccurrencesDue implements Due {

    /** Organisation, now, how far ahead all is planned at least. */
    private static final String STANDING = """
            select
              (select count(*) from occurrence where organisation = $1 and state = 'waiting' and due_at <= $2)
                + (select count(*) from schedule where organisation = $1 and open and planned_until < $3) as left,
              least(
                (select min(o.due_at) from occurrence o
                 where o.organisation = $1 and o.state = 'waiting' and o.due_at > $2 and o.zone in (
                   select coalesce(m.timezone, b.timezone, 'UTC') from member m
                   left join branch b on b.organisation = $1 and b.id = m.branch
                   where m.organisation = $1)),
                $2 + ((select min(planned_until) from schedule
                       where organisation = $1 and open and planned_until >= $3) - $3) + interval '1 second') as next
            """;

    @Override
    public Uni<Agenda> agenda(Reads reads, Bot bot, Instant now) {
        return reads.read(STANDING, bot.organisation().number(), utc(now), utc(now.plus(Occurring.PLANNED_AT_LEAST)))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    OffsetDateTime next = row.getOffsetDateTime("next");
                    return new Agenda(row.getLong("left"), next == null ? null : next.toInstant());
                });
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
