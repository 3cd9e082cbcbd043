package org.branchline.campaign.broadcast;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.branchline.campaign.audience.Audiences;
import org.branchline.database.Transactions;
import org.branchline.intake.job.Job;
import org.branchline.intake.job.JobHandler;

/** Puts a new broadcast's rows into the outbox, held: one for each member of its audience, whatever is done twice. */
@Singleton
class Recruiting implements JobHandler {

    static final String KIND = "broadcast.recruit";

    private static final String FIND = """
            select bot, audience::text as audience from broadcast
            where organisation = $1 and id = $2 and state = 'creating'
            """;

    /** Holds on to the broadcast, so that nobody is added to one that was called back meanwhile. */
    private static final String PAGE = """
            with b as materialized (
              select content, goes_at from broadcast
              where organisation = $1 and id = $4 and state = 'creating' for share),
            page as materialized (
              select r.member, r.chat from (
            """ + Audiences.MEMBERS + """
              ) r where r.member > $5 and exists (select from b) order by r.member limit $6),
            put as (
              insert into outbox (organisation, bot, chat, priority, doubt, state, due_at, content, member)
              select $1, $2, page.chat, 2, 'report', 'held', b.goes_at, b.content, page.member from page cross join b
              order by page.member
              on conflict (organisation, content, member) where content is not null do nothing)
            select max(member) as last from page
            """;

    private static final String DONE = """
            update broadcast b set state = 'going',
              recipients = (select count(*) from outbox o where o.organisation = $1 and o.content = b.content)
            where b.organisation = $1 and b.id = $2 and b.state = 'creating'
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
                    return Steps.all(after -> page(job, broadcast, after))
                            .chain(() -> transactions.inTransaction(
                                    job.organisation(),
                                    tx -> tx.query(DONE, job.organisation().number(), id)))
                            .invoke(feeding::look)
                            .replaceWithVoid();
                });
    }

    private Uni<Long> page(Job job, Row broadcast, long after) {
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
                                Steps.SIZE))
                .map(rows -> Objects.requireNonNullElse(rows.iterator().next().getLong("last"), Steps.END));
    }
}
