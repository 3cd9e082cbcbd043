package org.branchline.intake.waiting;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.branchline.calendar.Nights;
import org.branchline.conversation.Turnstile;
import org.branchline.database.Reads;
import org.branchline.intake.Agenda;
import org.branchline.intake.Due;
import org.branchline.roster.Bot;
import org.branchline.roster.Organisations;

/** When runs that wait may speak up: their time has come, their person is awake and wants messages, and what is in front is quiet. */
@Singleton
class WaitingDue implements Due {

    /** A run that a broadcast just let fall due comes after the rounds of its moment: it is left until it has spoken up. */
    private static final String STANDING = """
            select count(*) filter (where w.speaks <= $3) as left, min(w.speaks) filter (where w.speaks > $3) as next
            from (
              select greatest(r.due_at, m.quiet_until, f.touched_at + $4::bigint * interval '1 second', n.ends) as speaks
              from run r
              join chat c on c.organisation = r.organisation and c.bot = r.bot and c.id = r.chat
              left join run f on f.organisation = c.organisation and f.id = c.front
              left join member m on m.organisation = c.organisation and m.id = c.member
              left join branch h on h.organisation = m.organisation and h.id = m.branch
              left join unnest($5::text[], $6::timestamptz[]) as n(zone, ends)
                on n.zone = coalesce(m.timezone, h.timezone, 'UTC')
              where r.organisation = $1 and r.bot = $2 and r.stage = 'waiting' and r.due_at is not null
                and r.announced_at is null and c.reachable and m.stopped_at is null) w
            """;

    private final Organisations organisations;

    WaitingDue(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public Uni<Agenda> agenda(Reads reads, Bot bot, Instant now) {
        Nights nights = Nights.of(organisations.organisation(bot.organisation()).quietHours(), now);
        return reads.read(
                        STANDING,
                        bot.organisation().number(),
                        bot.id(),
                        now.atOffset(ZoneOffset.UTC),
                        Turnstile.QUIET.toSeconds(),
                        nights.zones(),
                        nights.moments())
                .map(rows -> {
                    Row row = rows.iterator().next();
                    OffsetDateTime next = row.getOffsetDateTime("next");
                    return new Agenda(row.getLong("left"), next == null ? null : next.toInstant());
                });
    }
}
