package org.branchline.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.branchline.calendar.Nights;
import org.branchline.database.Clock;
import org.branchline.database.Reads;
import org.branchline.database.Transactions;
import org.branchline.roster.Bot;
import org.branchline.roster.Organisations;
import org.jspecify.annotations.Nullable;

/** Holds letters that wait for the day while it is night where their readers live, and lets them go when it ends. */
@Singleton
public class Mornings {

    private static final int PAGE = 500;

    /**
     * Organisation, bot, now, where it is night until when, how many. Whoever left, asked for quiet or cannot be reached since
     * does not get it, nor whoever is told of a run that is done by now, or that nobody needs any more. Yields how many were looked at, and how many go.
     */
    private static final String LET_GO = """
            with page as materialized (
              select o.id, n.ends,
                case
                  when m.stopped_at is not null then 'STOPPED'
                  when c.id is null or not c.reachable then 'UNREACHABLE'
                  when m.quiet_until > $3 then 'QUIET'
                  when r.completed_at is not null or r.stage = 'expired' then 'ANSWERED'
                end as barred
              from outbox o
              left join chat c on c.organisation = $1 and c.bot = $2 and c.id = o.chat
              left join member m on m.organisation = $1 and m.id = c.member
              left join branch h on h.organisation = $1 and h.id = m.branch
              left join run r on r.organisation = $1 and r.id = o.run
              left join unnest($4::text[], $5::timestamptz[]) as n(zone, ends)
                on n.zone = coalesce(m.timezone, h.timezone, 'UTC')
              where o.organisation = $1 and o.bot = $2 and o.content is null and o.state = 'held' and o.due_at <= $3
              order by o.due_at, o.id limit $6
              for update of o skip locked),
            judged as (
              update outbox o set
                state = case when p.barred is not null then 'failed' when p.ends is null then 'queued' else 'held' end,
                due_at = case when p.barred is null then coalesce(p.ends, clock_timestamp()) else o.due_at end,
                reason = coalesce(p.barred, case when p.ends is not null then 'NIGHT' end),
                payload = case when p.barred is null then o.payload end,
                key_id = case when p.barred is null then o.key_id end,
                ciphertext = case when p.barred is null then o.ciphertext end,
                done_at = case when p.barred is not null then clock_timestamp() end
              from page p where o.organisation = $1 and o.id = p.id)
            select count(*) as seen, count(*) filter (where barred is null and ends is null) as going from page
            """;

    private static final String STANDING = """
            select min(due_at) as next from outbox
            where organisation = $1 and bot = $2 and content is null and state = 'held' and due_at > $3
            """;

    private final Transactions transactions;
    private final Organisations organisations;
    private final Senders senders;
    private final Clock clock;

    Mornings(Transactions transactions, Organisations organisations, Senders senders, Sealing sealing, Clock clock) {
        this.transactions = transactions;
        this.organisations = organisations;
        this.senders = senders;
        this.clock = clock;
    }

    /** Lets those go whose readers' night is over; safe on several replicas at once. */
    public Uni<Void> letGo(Bot bot) {
        Instant now = clock.now();
        Nights nights = nights(bot, now);
        return transactions
                .inTransaction(
                        bot.organisation(),
                        tx -> tx.query(
                                LET_GO,
                                bot.organisation().number(),
                                bot.id(),
                                now.atOffset(ZoneOffset.UTC),
                                nights.zones(),
                                nights.moments(),
                                PAGE))
                .map(rows -> rows.iterator().next())
                .invoke(row -> {
                    if (row.getLong("going") > 0) {
                        senders.queued(bot);
                    }
                })
                .chain(row -> row.getLong("seen") < PAGE ? Uni.createFrom().voidItem() : letGo(bot));
    }

    /** When the next of them may go, null where none waits. */
    public Uni<@Nullable Instant> next(Reads reads, Bot bot, Instant now) {
        return reads.read(STANDING, bot.organisation().number(), bot.id(), now.atOffset(ZoneOffset.UTC))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    OffsetDateTime next = row.getOffsetDateTime("next");
                    return next == null ? null : next.toInstant();
                });
    }

    /** Where it is night for a bot's readers now. */
    Nights nights(Bot bot) {
        return nights(bot, clock.now());
    }

    private Nights nights(Bot bot, Instant now) {
        return Nights.of(organisations.organisation(bot.organisation()).quietHours(), now);
    }
}
