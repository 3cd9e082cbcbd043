package org.branchline.campaign.broadcast;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Objects;
import org.branchline.calendar.LocalHour;
import org.branchline.campaign.audience.Audiences;
import org.branchline.database.Transactions;
import org.branchline.intake.job.Job;
import org.branchline.intake.job.JobHandler;

/** Puts a new broadcast's rows into the outbox, held: one for each member of its audience, whatever is done twice. */
@Singleton
class Recruiting implements JobHandler {

    static final String KIND = "broadcast.recruit";

    private static final String FIND = """
            select bot, audience::text as audience, goes_at, local_at, local_on, quiet_from, quiet_until from broadcast
            where organisation = $1 and id = $2 and state = 'creating'
            """;

    /**
     * Holds on to the broadcast, so that nobody is added to one that was called back meanwhile. Zones, with what is due
     * there and whether it waits for the morning; whoever's zone nobody knows lives by {@code $10}.
     */
    private static final String PAGE = """
            with b as materialized (
              select content from broadcast where organisation = $1 and id = $4 and state = 'creating' for share),
            page as materialized (
              select r.member, r.chat, r.timezone from (
            """ + Audiences.MEMBERS + """
              ) r where r.member > $5 and exists (select from b) order by r.member limit $6),
            due as materialized (
              select * from unnest($7::text[], $8::timestamptz[], $9::bool[]) as d(zone, due_at, night)),
            put as (
              insert into outbox (organisation, bot, chat, priority, doubt, state, due_at, reason, content, member)
              select $1, $2, page.chat, 2, 'report', 'held', coalesce(d.due_at, u.due_at),
                case when coalesce(d.night, u.night) then 'NIGHT' end, b.content, page.member
              from page cross join b join due u on u.zone = $10
              left join due d on d.zone = page.timezone
              order by page.member
              on conflict (organisation, content, member) where content is not null do nothing)
            select max(member) as last from page
            """;

    private static final String DONE = """
            with put as (
              select count(*) as rows, min(o.due_at) as first, max(o.due_at) as last
              from broadcast b join outbox o on o.organisation = $1 and o.content = b.content
              where b.organisation = $1 and b.id = $2)
            update broadcast b set state = 'going', recipients = put.rows, goes_at = coalesce(put.first, b.goes_at),
              last_at = coalesce(put.last, b.goes_at)
            from put where b.organisation = $1 and b.id = $2 and b.state = 'creating'
            """;

    private final Transactions transactions;
    private final Feeding feeding;

    Recruiting(Transactions transactions, Feeding feeding) {
        this.transactions = transactions;
        this.feeding = feeding;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> run(Job job) {
        long id = job.argument().getLong("broadcast");
        return transactions
                .inTransaction(
                        job.organisation(),
                        tx -> tx.query(FIND, job.organisation().number(), id))
                .flatMap(found -> {
                    if (found.size() == 0) {
                        return Uni.createFrom().voidItem();
                    }
                    Row broadcast = found.iterator().next();
                    DueColumns due = DueColumns.of(schedule(broadcast).everywhere());
                    return Steps.all(after -> page(job, broadcast, due, after))
                            .chain(() -> transactions.inTransaction(
                                    job.organisation(),
                                    tx -> tx.query(DONE, job.organisation().number(), id)))
                            .invoke(feeding::look)
                            .replaceWithVoid();
                });
    }

    private static Schedule schedule(Row broadcast) {
        Instant goesAt = broadcast.getOffsetDateTime("goes_at").toInstant();
        LocalTime hour = broadcast.getLocalTime("local_at");
        When when = hour == null
                ? new When.At(goesAt)
                : new When.OwnHour(new LocalHour(hour, broadcast.getLocalDate("local_on")));
        return new Schedule(when, DueColumns.quiet(broadcast), goesAt);
    }

    private Uni<Long> page(Job job, Row broadcast, DueColumns due, long after) {
        return transactions
                .inTransaction(
                        job.organisation(),
                        tx -> tx.query(
                                PAGE,
                                job.organisation().number(),
                                broadcast.getLong("bot"),
                                broadcast.getString("audience"),
                                job.argument().getLong("broadcast"),
                                after,
                                Steps.SIZE,
                                due.zones(),
                                due.moments(),
                                due.nights(),
                                Schedule.UNKNOWN.getId()))
                .map(rows -> Objects.requireNonNullElse(rows.iterator().next().getLong("last"), Steps.END));
    }
}
