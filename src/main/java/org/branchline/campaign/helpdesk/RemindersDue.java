package org.branchline.campaign.helpdesk;

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

/** When a question has waited for long, and when those who answer hear of one that has. */
@Singleton
class RemindersDue implements Due {

    private static final String LONG = """
            select coalesce(bool_or(asked_at <= $3), false) as waited, min(asked_at) filter (where asked_at > $3) as next
            from question where organisation = $1 and bot = $2 and state = 'open'
            """;

    @Override
    public Uni<Agenda> agenda(Reads reads, Bot bot, Instant now) {
        return reads.read(
                        LONG,
                        bot.organisation().number(),
                        bot.id(),
                        now.minus(Reminder.LONG).atOffset(ZoneOffset.UTC))
                .flatMap(rows -> {
                    Row row = rows.iterator().next();
                    OffsetDateTime asked = row.getOffsetDateTime("next");
                    Agenda fresh = new Agenda(
                            0, asked == null ? null : asked.toInstant().plus(Reminder.LONG));
                    return row.getBoolean("waited")
                            ? Helpers.all(reads, bot)
                                    .map(helpers -> fresh.and(new Agenda(0, Reminder.next(helpers, now))))
                            : Uni.createFrom().item(fresh);
                });
    }
}
