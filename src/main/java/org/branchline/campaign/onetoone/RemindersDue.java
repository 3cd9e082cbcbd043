package org.branchline.campaign.onetoone;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.branchline.database.Reads;
import org.branchline.intake.Agenda;
import org.branchline.intake.Due;
import org.branchline.roster.Bot;

/** When the next member is reminded of whom they want to get back to. */
@Singleton
class RemindersDue implements Due {

    /** Least passes over what is null; whoever asked for quiet is reminded when that is over. */
    private static final String NEXT = """
            select min(greatest(o.remind_at, m.quiet_until)) as next from one_to_one o
            join member m on m.organisation = $1 and m.id = o.member and m.stopped_at is null
            where o.organisation = $1 and o.bot = $2 and o.remind_at is not null and greatest(o.remind_at, m.quiet_until) > $3
            """;

    @Override
    public Uni<Agenda> agenda(Reads reads, Bot bot, Instant now) {
        return reads.read(NEXT, bot.organisation().number(), bot.id(), now.atOffset(ZoneOffset.UTC))
                .map(rows -> {
                    OffsetDateTime next = rows.iterator().next().getOffsetDateTime("next");
                    return next == null ? Agenda.EMPTY : new Agenda(0, next.toInstant());
                });
    }
}
