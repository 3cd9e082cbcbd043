package org.branchline.campaign.deadline.handing;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.branchline.campaign.broadcast.composing.Reach;
import org.branchline.campaign.deadline.Deadline;
import org.branchline.campaign.deadline.Deadlines;
import org.branchline.campaign.deadline.Handed;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.intake.Exchange;
import org.branchline.intake.job.OneByOne;
import org.branchline.intake.job.Round;
import org.branchline.roster.Bot;
import org.branchline.roster.Branch;
import org.branchline.roster.Organisations;
import org.jspecify.annotations.Nullable;

/** Says what is kept to be said of deadlines to one member: by day where they live, and only what is still so. */
@Singleton
class SayingLetters implements Round {

    /** Whoever asked for quiet is asked only where nobody else can be, and reminded when that is over. */
    private static final String DUE = """
            select l.deadline, l.member, l.what, c.id as chat from deadline_letter l
            join deadline d on d.organisation = $1 and d.id = l.deadline and d.bot = $2
            join member m on m.organisation = $1 and m.id = l.member and m.stopped_at is null
            join chat c on c.organisation = $1 and c.bot = $2 and c.member = l.member and c.reachable and c.moved_to is null
            where l.organisation = $1 and l.said_at is null and l.due_at <= $3
              and (l.what = 'question' or m.quiet_until is null or m.quiet_until <= $3)
            order by l.due_at limit $4
            """;

    private static final String PUT_OFF = """
            update deadline_letter set due_at = $5
            where organisation = $1 and deadline = $2 and member = $3 and what = $4 and said_at is null
            """;

    /** Whoever takes it says it; another replica finds nothing. */
    private static final String TAKE = """
            with it as (
              update deadline_letter set said_at = $5
              where organisation = $1 and deadline = $2 and member = $3 and what = $4 and said_at is null and due_at <= $5
              returning asked_by)
            select it.asked_by, coalesce(m.name, '') as name from it
            left join member m on m.organisation = $1 and m.id = it.asked_by
            """;

    private static final String DROP =
            "delete from deadline_letter where organisation = $1 and deadline = $2 and member = $3 and what = $4";

    private final OneByOne oneByOne;
    private final Organisations organisations;

    SayingLetters(OneByOne oneByOne, Organisations organisations) {
        this.oneByOne = oneByOne;
        this.organisations = organisations;
    }

    @Override
    public String what() {
        return "letters of deadlines";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Uni<Void> work(Bot bot) {
        return oneByOne.tell(
                bot,
                what(),
                DUE,
                (exchange, row) -> say(exchange, row.getLong("deadline"), row.getString("what")),
                (tx, row, then) -> tx.query(
                        PUT_OFF,
                        bot.organisation().number(),
                        row.getLong("deadline"),
                        row.getLong("member"),
                        row.getString("what"),
                        then));
    }

    private Uni<Void> say(Exchange exchange, long deadline, String what) {
        Instant day = organisations
                .organisation(exchange.organisation())
                .quietHours()
                .end(exchange.now(), Reach.zone(exchange));
        if (day.isAfter(exchange.now())) {
            exchange.write(
                    PUT_OFF,
                    exchange.organisation().number(),
                    deadline,
                    exchange.member().id(),
                    what,
                    day.atOffset(ZoneOffset.UTC));
            return Uni.createFrom().voidItem();
        }
        return exchange.read(
                        TAKE,
                        exchange.organisation().number(),
                        deadline,
                        exchange.member().id(),
                        what,
                        exchange.utc())
                .chain(taken -> taken.size() == 0
                        ? Uni.createFrom().voidItem()
                        : say(exchange, deadline, what, taken.iterator().next()));
    }

    private static Uni<Void> say(Exchange exchange, long deadline, String what, Row taken) {
        String name =
                taken.getString("name").isEmpty() ? Handing.SPEECH.say(exchange, "somebody") : taken.getString("name");
        if (what.equals(Letters.TAKEN)) {
            return Deadlines.find(exchange::read, exchange.organisation(), deadline)
                    .invoke(found -> found.ifPresent(part -> OneByOne.say(exchange, taken(exchange, part, name))))
                    .replaceWithVoid();
        }
        Long by = taken.getLong("asked_by");
        return Handed.find(exchange, deadline).chain(found -> found.filter(handed -> open(exchange, handed))
                .map(handed -> ask(exchange, handed, what, by, name))
                .orElseGet(() -> drop(exchange, deadline, what)));
    }

    private static boolean open(Exchange exchange, Handed handed) {
        return handed.state() == Handed.State.ASKED && !handed.deadline().over(Reach.zone(exchange), exchange.now());
    }

    /** As long as the member looks after the branch. */
    private static Uni<Void> ask(Exchange exchange, Handed handed, String what, @Nullable Long by, String name) {
        Deadline deadline = handed.deadline();
        Optional<Branch> branch = exchange.scene().branches().branch(handed.branch());
        long me = exchange.member().id();
        return Handing.captains(exchange, handed.branch()).chain(captains -> {
            if (branch.isEmpty() || captains.stream().noneMatch(captain -> captain.member() == me)) {
                return drop(exchange, deadline.id(), what);
            }
            captains.stream()
                    .filter(captain -> captain.member() == me)
                    .forEach(captain ->
                            OneByOne.say(exchange, Handing.question(deadline, branch.get(), captain, name, what)));
            if (what.equals(Letters.QUESTION)) {
                Letters.remindOf(exchange, deadline, me, by, deadline.due().in(Reach.zone(exchange)));
            }
            return Uni.createFrom().voidItem();
        });
    }

    /** Nothing was said. */
    private static Uni<Void> drop(Exchange exchange, long deadline, String what) {
        exchange.write(
                DROP,
                exchange.organisation().number(),
                deadline,
                exchange.member().id(),
                what);
        return Uni.createFrom().voidItem();
    }

    private static Outgoing taken(Exchange exchange, Deadline part, String name) {
        String title = part.title(exchange.person().language());
        return new Outgoing.Say(Handing.SPEECH.say(exchange, "taken", "name", name, "title", title), Keyboard.NONE);
    }
}
