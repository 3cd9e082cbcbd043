package org.branchline.campaign.event.signing;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.branchline.calendar.QuietHours;
import org.branchline.campaign.event.Mine;
import org.branchline.campaign.event.Patience;
import org.branchline.campaign.event.Reminder;
import org.branchline.campaign.event.Standing;
import org.branchline.campaign.event.meeting.Minutes;
import org.branchline.intake.Exchange;
import org.branchline.intake.job.OneByOne;
import org.branchline.intake.job.Round;
import org.branchline.roster.Bot;
import org.branchline.roster.Organisations;
import org.jspecify.annotations.Nullable;

/**
 * Says what is to be said to those who have a place or wait for one: that one is theirs to accept, that they let it go, what
 * comes in a day and in an hour, that a shift was moved or is off, the last two not in their night unless it is near, and
 * what came of a meeting, by day. They signed up for it: it counts against nobody's budget.
 */
@Singleton
class Telling implements Round {

    private static final Set<String> AT_NO_NIGHT = Set.of("moved", "where", "lapsed", "cancelled", "all_off");

    private static final String DUE = """
            select p.id, p.shift, p.tell, s.moved_from, c.id as chat from shift_place p
            join shift s on s.organisation = $1 and s.id = p.shift
            join event e on e.organisation = $1 and e.id = s.event and e.bot = $2
            join member m on m.organisation = $1 and m.id = p.member and m.stopped_at is null
              and (m.quiet_until is null or m.quiet_until <= $3 or p.tell not in ('day', 'minutes')
                or p.tell = 'day' and s.starts_at - interval '1 hour' <= $3)
            join chat c on c.organisation = $1 and c.bot = $2 and c.member = p.member and c.reachable and c.moved_to is null
            where p.organisation = $1 and p.tell_at <= $3
            order by p.tell_at limit $4
            """;

    /** Whoever takes it says it; another replica finds nothing. */
    private static final String TAKE = """
            update shift_place set tell = $4, tell_at = $5
            where organisation = $1 and id = $2 and tell = $3 and tell_at <= $6
            """;

    /** It waits until the end of their night. */
    private static final String PUT_OFF =
            "update shift_place set tell_at = $4 where organisation = $1 and id = $2 and tell = $3";

    private final OneByOne oneByOne;
    private final Organisations organisations;

    Telling(OneByOne oneByOne, Organisations organisations) {
        this.oneByOne = oneByOne;
        this.organisations = organisations;
    }

    @Override
    public String what() {
        return "what is said of shifts";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Uni<Void> work(Bot bot) {
        return oneByOne.tell(bot, what(), DUE, (exchange, row) -> Mine.asked(exchange, row.getLong("shift"))
                .chain(found -> found.map(mine -> take(exchange, row, mine))
                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    private Uni<Void> take(Exchange exchange, Row row, Mine mine) {
        QuietHours quiet = organisations.organisation(exchange.organisation()).quietHours();
        String what = row.getString("tell");
        Instant told = when(exchange, row, mine, quiet);
        if (told.isAfter(exchange.now())) {
            exchange.write(
                    PUT_OFF, exchange.organisation().number(), row.getLong("id"), what, told.atOffset(ZoneOffset.UTC));
            return Uni.createFrom().voidItem();
        }
        Optional<Reminder.Next> next =
                mine.standing() == Standing.HELD && mine.shift().open()
                        ? Reminder.after(exchange.now(), mine.shift().startsAt(), quiet, Mine.zone(exchange))
                        : Optional.empty();
        return exchange.read(
                        TAKE,
                        exchange.organisation().number(),
                        row.getLong("id"),
                        what,
                        next.map(each -> each.reminder().tell()).orElse(null),
                        at(next),
                        exchange.utc())
                .chain(taken -> taken.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : new ToldText(exchange, what, from(row), mine, quiet)
                                .say()
                                .invoke(said -> said.ifPresent(one -> OneByOne.say(exchange, one)))
                                .replaceWithVoid());
    }

    /** Now, or at the end of their night. */
    private static Instant when(Exchange exchange, Row row, Mine mine, QuietHours quiet) {
        String what = row.getString("tell");
        if (what.equals(Minutes.TELL)) {
            return quiet.end(exchange.now(), Mine.zone(exchange));
        }
        return AT_NO_NIGHT.contains(what)
                ? Patience.of(exchange.now(), near(row, mine), quiet, Mine.zone(exchange))
                        .tell()
                : exchange.now();
    }

    /** When somebody who hears nothing may be up for it: also by the time it was moved from. */
    private static Instant near(Row row, Mine mine) {
        Instant from = from(row);
        Instant starts = mine.shift().startsAt();
        return from != null && row.getString("tell").equals("moved") && from.isBefore(starts) ? from : starts;
    }

    private static @Nullable Instant from(Row row) {
        OffsetDateTime from = row.getOffsetDateTime("moved_from");
        return from == null ? null : from.toInstant();
    }

    private static @Nullable OffsetDateTime at(Optional<Reminder.Next> next) {
        return next.map(each -> each.at().atOffset(ZoneOffset.UTC)).orElse(null);
    }
}
