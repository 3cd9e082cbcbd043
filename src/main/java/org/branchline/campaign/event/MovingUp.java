package org.branchline.campaign.event;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.branchline.calendar.QuietHours;
import org.branchline.campaign.broadcast.Schedule;
import org.branchline.database.Clock;
import org.branchline.database.OrganisationId;
import org.branchline.database.Transactions;
import org.branchline.database.Tx;
import org.branchline.intake.job.Job;
import org.branchline.intake.job.JobHandler;
import org.branchline.roster.Organisations;

/** Offers places that became free to those who wait, in the order of their asking; who has no chat just gets one. */
@Singleton
class MovingUp implements JobHandler {

    /** What was offered and not accepted in time is free again. */
    private static final String LAPSE = """
            with gone as (
              update shift_place set state = 'lapsed', offered_until = null, tell = 'lapsed', tell_at = $3
              where organisation = $1 and shift = $2 and state = 'offered' and offered_until <= $3
              returning 1)
            update shift set taken = taken - (select count(*) from gone)::int
            where organisation = $1 and id = $2 and exists (select from gone)
            """;

    /** Whoever cannot be reached any more waits in nobody's way. */
    private static final String GONE = """
            with gone as (
              update shift_place p set state = 'left', tell = null, tell_at = null
              from shift s join event e on e.organisation = $1 and e.id = s.event, member m
              where s.organisation = $1 and s.id = $2 and (s.places is null or s.taken < s.places)
                and p.organisation = $1 and p.shift = s.id and p.state = 'waiting'
                and m.organisation = $1 and m.id = p.member
                and (m.stopped_at is not null or not exists (
                  select from chat c where c.organisation = $1 and c.bot = e.bot and c.member = m.id and c.reachable))
              returning 1)
            update shift set waiting = waiting - (select count(*) from gone)::int
            where organisation = $1 and id = $2 and exists (select from gone)
            """;

    /** Whoever cannot be reached is passed over. */
    private static final String NEXT = """
            select p.id, p.member is null as guest, coalesce(m.timezone, b.timezone) as zone, s.starts_at
            from shift s
            join event e on e.organisation = $1 and e.id = s.event and e.state = 'open'
            join shift_place p on p.organisation = $1 and p.shift = s.id and p.state = 'waiting'
            left join member m on m.organisation = $1 and m.id = p.member
            left join branch b on b.organisation = $1 and b.id = m.branch
            where s.organisation = $1 and s.id = $2 and s.state = 'open' and s.starts_at > $3
              and (p.member is null or m.stopped_at is null and exists (
                select from chat c where c.organisation = $1 and c.bot = e.bot and c.member = p.member and c.reachable))
            order by p.queue
            limit (select greatest(0, coalesce(places - taken, 1000)) from shift where organisation = $1 and id = $2)
            """;

    private static final String OFFER = """
            with moved as (
              update shift_place p set state = case when p.member is null then 'held' else 'offered' end,
                offered_until = case when p.member is not null then n.until end,
                tell = case when p.member is not null then 'offer' end,
                tell_at = case when p.member is not null then n.tell_at end
              from unnest($3::bigint[], $4::timestamptz[], $5::timestamptz[]) n (id, tell_at, until)
              where p.organisation = $1 and p.id = n.id and p.state = 'waiting'
              returning 1)
            update shift set taken = taken + (select count(*) from moved)::int, waiting = waiting - (select count(*) from moved)::int
            where organisation = $1 and id = $2 and exists (select from moved)
            """;

    private final Transactions transactions;
    private final Organisations organisations;
    private final Clock clock;

    MovingUp(Transactions transactions, Organisations organisations, Clock clock) {
        this.transactions = transactions;
        this.organisations = organisations;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Places.MOVE_UP;
    }

    @Override
    public Uni<Void> run(Job job) {
        return move(job.organisation(), job.argument().getLong("shift"));
    }

    /** Takes back what was not accepted in time and offers what is free. */
    Uni<Void> move(OrganisationId organisation, long shift) {
        QuietHours quiet = organisations.organisation(organisation).quietHours();
        Instant now = clock.now();
        OffsetDateTime utc = Events.utc(now);
        int number = organisation.number();
        return transactions.inTransaction(organisation, tx -> Uni.combine()
                .all()
                .unis(
                        tx.query(Places.LOCK, number, shift),
                        tx.query(LAPSE, number, shift, utc),
                        tx.query(GONE, number, shift),
                        tx.query(NEXT, number, shift, utc))
                .asTuple()
                .chain(found -> offer(tx, number, shift, found.getItem4(), quiet, now)));
    }

    private static Uni<Void> offer(
            Tx tx, int organisation, long shift, RowSet<Row> next, QuietHours quiet, Instant now) {
        if (next.size() == 0) {
            return Uni.createFrom().voidItem();
        }
        List<Long> places = new ArrayList<>();
        List<OffsetDateTime> told = new ArrayList<>();
        List<OffsetDateTime> until = new ArrayList<>();
        for (Row row : next) {
            String zone = row.getString("zone");
            Patience.Offer offer = Patience.of(
                    now,
                    row.getOffsetDateTime("starts_at").toInstant(),
                    quiet,
                    zone == null ? Schedule.UNKNOWN : ZoneId.of(zone));
            places.add(row.getLong("id"));
            told.add(Events.utc(offer.tell()));
            until.add(Events.utc(offer.until()));
        }
        return tx.query(
                        OFFER,
                        organisation,
                        shift,
                        places.toArray(Long[]::new),
                        told.toArray(OffsetDateTime[]::new),
                        until.toArray(OffsetDateTime[]::new))
                .replaceWithVoid();
    }

    /** One after the other. */
    Uni<Void> moveAll(OrganisationId organisation, List<Long> shifts) {
        return Multi.createFrom()
                .iterable(shifts)
                .onItem()
                .transformToUniAndConcatenate(shift -> move(organisation, shift))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
