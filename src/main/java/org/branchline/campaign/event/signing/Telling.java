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
import org.branchline.campaign.event.Shift;
import org.branchline.campaign.event.ShiftText;
import org.branchline.campaign.event.Standing;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Moments;
import org.branchline.conversation.Outgoing;
import org.branchline.database.Clock;
import org.branchline.delivery.Letter;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;
import org.branchline.intake.job.OneByOne;
import org.branchline.intake.job.Round;
import org.branchline.roster.Bot;
import org.branchline.roster.Organisations;
import org.jspecify.annotations.Nullable;

/**
 * Says what is to be said to those who have a place or wait for one: that one is theirs to accept, that they let it go, what
 * comes in a day and in an hour, that a shift was moved or is off, the last two not in their night unless it is near. They
 * signed up for it: it counts against nobody's budget.
 */
@Singleton
class Telling implements Round {

    private static final Speech SPEECH = ShiftText.SPEECH;
    private static final Set<String> CANCELLED = Set.of("cancelled", "all_off");
    private static final Set<String> AT_NO_NIGHT = Set.of("moved", "where", "lapsed", "cancelled", "all_off");

    private static final String DUE = """
            select p.id, p.shift, p.tell, s.moved_from, c.id as chat from shift_place p
            join shift s on s.organisation = $1 and s.id = p.shift
            join event e on e.organisation = $1 and e.id = s.event and e.bot = $2
            join member m on m.organisation = $1 and m.id = p.member and m.stopped_at is null
              and (m.quiet_until is null or m.quiet_until <= $3 or p.tell <> 'day' or s.starts_at - interval '1 hour' <= $3)
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
    private final Clock clock;

    Telling(OneByOne oneByOne, Organisations organisations, Clock clock) {
        this.oneByOne = oneByOne;
        this.organisations = organisations;
        this.clock = clock;
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
        return oneByOne.tell(
                bot,
                what(),
                tx -> tx.query(
                        DUE,
                        bot.organisation().number(),
                        bot.id(),
                        clock.now().atOffset(ZoneOffset.UTC),
                        OneByOne.PAGE),
                (exchange, row) -> Mine.asked(exchange, row.getLong("shift"))
                        .chain(found -> found.map(mine -> take(exchange, row, mine))
                                .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    private Uni<Void> take(Exchange exchange, Row row, Mine mine) {
        QuietHours quiet = organisations.organisation(exchange.organisation()).quietHours();
        String what = row.getString("tell");
        Instant told = AT_NO_NIGHT.contains(what)
                ? Patience.of(exchange.now(), near(row, mine), quiet, Mine.zone(exchange))
                        .tell()
                : exchange.now();
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
                .invoke(taken -> {
                    if (taken.rowCount() > 0) {
                        say(exchange, row, mine, quiet);
                    }
                })
                .replaceWithVoid();
    }

    /** When somebody who hears nothing may be up for it: also by the time it was moved from. */
    private static Instant near(Row row, Mine mine) {
        OffsetDateTime from = row.getOffsetDateTime("moved_from");
        Instant starts = mine.shift().startsAt();
        boolean moved = from != null && row.getString("tell").equals("moved");
        return moved && from.toInstant().isBefore(starts) ? from.toInstant() : starts;
    }

    private static @Nullable OffsetDateTime at(Optional<Reminder.Next> next) {
        return next.map(each -> each.at().atOffset(ZoneOffset.UTC)).orElse(null);
    }

    private static void say(Exchange exchange, Row row, Mine mine, QuietHours quiet) {
        Shift shift = mine.shift();
        String what = row.getString("tell");
        boolean whole =
                switch (what) {
                    case "day", "hour", "where" -> mine.standing() == Standing.HELD && !shift.begun(exchange.now());
                    case "offer" -> mine.standing() == Standing.OFFERED;
                    case "moved" -> mine.standing().in();
                    default -> false;
                };
        boolean off = CANCELLED.contains(what) && !shift.over(exchange.now());
        boolean lapsed = what.equals("lapsed") && shift.open() && !shift.begun(exchange.now());
        if (!whole && !off && !lapsed) {
            return;
        }
        String head = head(exchange, row, mine);
        exchange.send(Letter.unasked(
                exchange.scene().bot(),
                exchange.scene().chat(),
                null,
                false,
                new Outgoing.Say(
                        whole
                                ? head + "\n\n"
                                        + ShiftText.whole(
                                                mine,
                                                Mine.zone(exchange),
                                                quiet,
                                                exchange.person().language())
                                : head,
                        keyboard(exchange, what, mine))));
        exchange.interrupted(exchange.front() != null);
    }

    private static String head(Exchange exchange, Row row, Mine mine) {
        String what = row.getString("tell");
        boolean waits = what.equals("moved") && mine.standing() != Standing.HELD;
        boolean soon = what.equals("day")
                && !mine.shift().startsAt().minus(Duration.ofHours(1)).isAfter(exchange.now());
        OffsetDateTime from = row.getOffsetDateTime("moved_from");
        return SPEECH.say(
                exchange,
                waits ? "told.moved_waiting" : soon ? "told.hour" : "told." + what,
                "name",
                exchange.person().name(),
                "title",
                mine.shift().event().title(exchange.person().language()),
                "at",
                named(exchange, mine.shift().startsAt()),
                "was",
                named(exchange, from == null ? null : from.toInstant()),
                "until",
                named(exchange, mine.offeredUntil()));
    }

    private static String named(Exchange exchange, @Nullable Instant moment) {
        return moment == null
                ? ""
                : Moments.named(moment, Mine.zone(exchange), exchange.person().language());
    }

    private static Keyboard keyboard(Exchange exchange, String what, Mine mine) {
        return switch (what) {
            case "lapsed" -> Keyboard.row(Pressing.button(exchange, "wait_again", mine.shift(), Pressing.SIGN_UP));
            case "cancelled", "all_off" -> Pressing.list(exchange);
            case "moved" ->
                mine.standing() == Standing.HELD
                        ? Pressing.stillComing(exchange, mine.shift())
                        : Pressing.keyboard(exchange, mine);
            default -> Pressing.keyboard(exchange, mine);
        };
    }
}
