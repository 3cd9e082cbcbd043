package org.branchline.campaign.event.hosting;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.branchline.campaign.event.Called;
import org.branchline.campaign.event.Event;
import org.branchline.campaign.event.Events;
import org.branchline.campaign.event.HoursText;
import org.branchline.campaign.event.Mine;
import org.branchline.conversation.Outgoing;
import org.branchline.delivery.Letter;
import org.branchline.intake.Exchange;
import org.branchline.intake.job.OneByOne;
import org.branchline.intake.job.Round;
import org.branchline.roster.Bot;
import org.branchline.roster.CalledArea;
import org.branchline.roster.Organisations;

/** Tells hosts which shifts of their series are left out, because nobody may be called then. */
@Singleton
class TellingLeftOut implements Round {

    private static final String DUE = """
            select e.id, c.id as chat from event e
            join member m on m.organisation = $1 and m.id = e.host and m.stopped_at is null
            join chat c on c.organisation = $1 and c.bot = $2 and c.member = m.id and c.reachable and c.moved_to is null
            where e.organisation = $1 and e.bot = $2 and e.state = 'open' and e.left_out <> '{}' order by e.id limit $3
            """;

    /** Whoever takes it tells; another replica finds nothing. */
    private static final String TAKE = """
            with before as materialized (
              select left_out, left_of from event where organisation = $1 and id = $2 and left_out <> '{}' for update)
            update event e set left_out = '{}', left_of = 0 from before where e.organisation = $1 and e.id = $2
            returning before.left_out, before.left_of
            """;

    private final OneByOne oneByOne;
    private final Organisations organisations;

    TellingLeftOut(OneByOne oneByOne, Organisations organisations) {
        this.oneByOne = oneByOne;
        this.organisations = organisations;
    }

    @Override
    public String what() {
        return "what is left out of series";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Uni<Void> work(Bot bot) {
        return oneByOne.tell(
                bot,
                what(),
                tx -> tx.query(DUE, bot.organisation().number(), bot.id(), OneByOne.PAGE),
                (exchange, row) -> exchange.scene().member() == null
                        ? Uni.createFrom().voidItem()
                        : Events.find(exchange::read, bot, row.getLong("id"))
                                .chain(found -> found.map(event -> take(exchange, event))
                                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    private Uni<Void> take(Exchange exchange, Event event) {
        return exchange.read(TAKE, exchange.organisation().number(), event.id())
                .invoke(taken -> taken.forEach(row -> say(exchange, event, row)))
                .replaceWithVoid();
    }

    private void say(Exchange exchange, Event event, Row row) {
        List<Instant> left = Arrays.stream(row.getArrayOfOffsetDateTimes("left_out"))
                .map(OffsetDateTime::toInstant)
                .sorted()
                .toList();
        String language = exchange.person().language();
        CalledArea area = Called.of(organisations.organisation(exchange.organisation()), event.area())
                .area();
        String text = HoursText.left(
                left,
                row.getInteger("left_of"),
                area == null ? event.area() : area.name(language),
                Mine.zone(exchange),
                language);
        exchange.send(Letter.unasked(
                        exchange.scene().bot(),
                        exchange.scene().chat(),
                        null,
                        false,
                        new Outgoing.Say(ShiftCard.SPEECH.say(
                                exchange, "left_out", "title", event.title(language), "which", text)))
                .byDay());
        exchange.interrupted(exchange.front() != null);
    }
}
