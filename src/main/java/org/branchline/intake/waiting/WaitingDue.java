package org.branchline.intake.waiting;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.branchline.conversation.Turnstile;
import org.branchline.database.Reads;
import org.branchline.intake.Agenda;
import org.branchline.intake.Due;
import org.branchline.roster.Bot;

/** When runs that wait may speak up: their time has come, their person wants messages again, and what is in front is quiet. */
@Singleton
class WaitingDue implements Due {

    /** A run that a broadcast just let fall due comes after the rounds of its moment: it is left until it has spoken up. */
    private static final String STANDING = """
            select count(*) filter (where w.speaks <= $3) as left, min(w.speaks) filter (where w.speaks > $3) as next
            from (
              select greatest(r.due_at, m.quiet_until, f.touched_at + $4::bigint * interval '1 second') as speaks
              from run r
              join chat c on c.organisation = r.organisation and c.bot = r.bot and c.id = r.chat
              left join run f on f.organisation = c.organisation and f.id = c.front
              left join member m on m.organisation = c.organisation and m.id = c.member
              where r.organisation = $1 and r.bot = $2 and r.stage = 'waiting' and r.due_at is not null
                and r.announced_at is null and c.reachable and m.stopped_at is null) w
            """;

    @Override
    public Uni<Agenda> agenda(Reads reads, Bot bot, Instant now) {
        return reads.read(
                        STANDING,
                        bot.organisation().number(),
                        bot.id(),
                        now.atOffset(ZoneOffset.UTC),
                        Turnstile.QUIET.toSeconds())
                .map(rows -> {
                    Row row = rows.iterator().next();
                    OffsetDateTime next = row.getOffsetDateTime("next");
                    return new Agenda(row.getLong("left"), next == null ? null : next.toInstant());
                });
    }
}
