package org.branchline.campaign.event;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.branchline.database.Reads;
import org.branchline.intake.Agenda;
import org.branchline.intake.Due;
import org.branchline.roster.Bot;

/** When something is to be said of shifts, when offers of places lapse, and when shifts begin and end; their rounds do it at once. */
@Singleton
class ShiftsDue implements Due {

    /** A reminder of the day also waits until somebody wants messages again. */
    private static final String NEXT = """
            select least(
              min(s.starts_at) filter (where s.state = 'open' and s.starts_at > $3),
              min(s.ends_at) filter (where s.state = 'open' and s.ends_at > $3),
              min(p.tell_at) filter (where p.tell_at > $3),
              min(p.offered_until) filter (where p.offered_until > $3),
              min(s.starts_at - interval '1 hour') filter (where p.tell = 'day' and s.starts_at - interval '1 hour' > $3),
              min(m.quiet_until) filter (where p.tell = 'day' and m.quiet_until > $3)) as next
            from event e
            join shift s on s.organisation = $1 and s.event = e.id
            left join shift_place p on p.organisation = $1 and p.shift = s.id and coalesce(p.tell_at, p.offered_until) is not null
            left join member m on m.organisation = $1 and m.id = p.member
            where e.organisation = $1 and e.bot = $2 and (s.ends_at > $3 or p.tell_at > $3)
            """;

    @Override
    public Uni<Agenda> agenda(Reads reads, Bot bot, Instant now) {
        return reads.read(NEXT, bot.organisation().number(), bot.id(), Events.utc(now))
                .map(rows -> new Agenda(0, Events.instant(rows.iterator().next().getOffsetDateTime("next"))));
    }
}
