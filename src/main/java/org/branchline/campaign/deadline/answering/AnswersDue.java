package org.branchline.campaign.deadline.answering;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.branchline.campaign.helpdesk.Helpers;
import org.branchline.database.Reads;
import org.branchline.intake.Agenda;
import org.branchline.intake.Due;
import org.branchline.roster.Bot;

/** When those are reminded of deadlines who asked for it, and when it is told who cannot. */
@Singleton
class AnswersDue implements Due {

    /** Least passes over what is null; whoever asked for quiet is reminded when that is over. */
    private static final String STANDING = """
            select coalesce(bool_or(a.said = 'cannot' and a.told_at is null
                and (a.reason_until is null or a.reason_until <= $3)), false) as untold,
              least(
                min(greatest(a.remind_at, m.quiet_until)) filter (
                  where a.remind_at is not null and greatest(a.remind_at, m.quiet_until) > $3),
                min(a.reason_until) filter (where a.said = 'cannot' and a.reason_until > $3)) as next
            from deadline_answer a
            join deadline d on d.organisation = $1 and d.id = a.deadline and d.bot = $2 and d.state = 'open'
            join member m on m.organisation = $1 and m.id = a.member
            where a.organisation = $1 and (a.remind_at is not null or a.said = 'cannot' and a.told_at is null)
            """;

    @Override
    public Uni<Agenda> agenda(Reads reads, Bot bot, Instant now) {
        return reads.read(STANDING, bot.organisation().number(), bot.id(), now.atOffset(ZoneOffset.UTC))
                .flatMap(rows -> {
                    Row row = rows.iterator().next();
                    OffsetDateTime next = row.getOffsetDateTime("next");
                    Agenda asked = new Agenda(0, next == null ? null : next.toInstant());
                    return row.getBoolean("untold")
                            ? Helpers.all(reads, bot)
                                    .map(helpers -> asked.and(new Agenda(
                                            0,
                                            helpers.stream()
                                                    .map(helper -> Cannot.next(helper, now))
                                                    .min(Instant::compareTo)
                                                    .orElse(null))))
                            : Uni.createFrom().item(asked);
                });
    }
}
