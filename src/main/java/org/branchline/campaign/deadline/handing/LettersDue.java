package org.branchline.campaign.deadline.handing;

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

/** When something is said of a deadline to one member, and when a captain who declined has said no word in time. */
@Singleton
class LettersDue implements Due {

    /** Least and greatest pass over what is null. */
    private static final String NEXT = """
            select least(
              (select min(greatest(l.due_at, m.quiet_until)) from deadline_letter l
               join deadline d on d.organisation = $1 and d.id = l.deadline and d.bot = $2
               join member m on m.organisation = $1 and m.id = l.member and m.stopped_at is null
               where l.organisation = $1 and l.said_at is null and greatest(l.due_at, m.quiet_until) > $3),
              (select min(l.due_at) from deadline_letter l
               join deadline d on d.organisation = $1 and d.id = l.deadline and d.bot = $2
               where l.organisation = $1 and l.said_at is null and l.due_at > $3),
              (select min(word_until) from deadline
               where organisation = $1 and bot = $2 and handing = 'declining' and state = 'open' and word_until > $3)) as next
            """;

    @Override
    public Uni<Agenda> agenda(Reads reads, Bot bot, Instant now) {
        return reads.read(NEXT, bot.organisation().number(), bot.id(), now.atOffset(ZoneOffset.UTC))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    OffsetDateTime next = row.getOffsetDateTime("next");
                    return new Agenda(0, next == null ? null : next.toInstant());
                });
    }
}
