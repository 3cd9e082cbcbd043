package org.branchline.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.branchline.conversation.Outgoing;
import org.branchline.database.Clock;
import org.branchline.database.Transactions;
import org.branchline.database.Tx;
import org.branchline.database.trace.Step;
import org.branchline.database.trace.Traces;
import org.branchline.delivery.Letter;
import org.branchline.delivery.Outbox;
import org.branchline.delivery.Posting;
import org.branchline.roster.Bot;
import org.branchline.roster.BranchBook;
import org.branchline.roster.Branches;
import org.jspecify.annotations.Nullable;

/**
 * One turn: lock the chat, note the update, read the run; decide; write, enqueue and commit. Two flights to Postgres in the
 * common case.
 */
@Singleton
class LockedTurns implements Turns {

    private final Transactions transactions;
    private final Branches branches;
    private final Reading reading;
    private final People people;
    private final Outbox outbox;
    private final Clock clock;
    private final ChatQueues queues;
    private final Playing playing;
    private final Traces traces;

    LockedTurns(
            Transactions transactions,
            Branches branches,
            Reading reading,
            People people,
            Outbox outbox,
            Clock clock,
            ChatQueues queues,
            Playing playing,
            Traces traces) {
        this.transactions = transactions;
        this.branches = branches;
        this.reading = reading;
        this.people = people;
        this.outbox = outbox;
        this.clock = clock;
        this.queues = queues;
        this.playing = playing;
        this.traces = traces;
    }

    @Override
    public Uni<Receipt> of(Arrival arrival, Function<Exchange, Uni<Void>> work) {
        return take(arrival.bot(), arrival.chat(), arrival, TurnSql.LOCK_UNSEEN, work)
                .onItem()
                .ifNull()
                .continueWith(Receipt.SILENT);
    }

    @Override
    public Uni<Receipt> of(Bot bot, long chat, Function<Exchange, Uni<Void>> work) {
        return take(bot, chat, null, TurnSql.LOCK, work).onItem().ifNull().continueWith(Receipt.SILENT);
    }

    @Override
    public Uni<Boolean> ofFree(Bot bot, long chat, Function<Exchange, Uni<Void>> work) {
        return take(bot, chat, null, TurnSql.LOCK_FREE, work).map(Objects::nonNull);
    }

    /** Yields nothing where no turn took place. */
    private Uni<Receipt> take(
            Bot bot, long chat, @Nullable Arrival arrival, String lock, Function<Exchange, Uni<Void>> work) {
        Step update = arrival == null ? Step.NONE : arrival.step();
        Step queue = update.step("queue");
        return queues.inOrder(bot, chat, () -> {
            queue.end();
            Asked asked = new Asked(bot, chat, arrival, lock, work, step(bot, arrival));
            return branches.book(bot.organisation())
                    .flatMap(book -> transactions.inTransaction(bot.organisation(), tx -> inside(tx, asked, book)))
                    .onFailure()
                    .invoke(asked::failed);
        });
    }

    /** Inside its update's, or the first of a trace where the service itself begins it or tries it again. */
    private Step step(Bot bot, @Nullable Arrival arrival) {
        if (arrival == null) {
            return traces.begin("turn").with("bot", bot.id());
        }
        return arrival.step() == Step.NONE
                ? traces.begin("turn").with("bot", bot.id()).with("update", arrival.update())
                : arrival.step().step("turn");
    }

    private Uni<Receipt> inside(Tx tx, Asked asked, BranchBook book) {
        Bot bot = asked.bot();
        int organisation = bot.organisation().number();
        Uni<RowSet<Row>> locked = asked.arrival() == null
                ? tx.query(asked.lock(), organisation, bot.id(), asked.chat())
                : tx.query(
                        asked.lock(),
                        organisation,
                        bot.id(),
                        asked.chat(),
                        asked.arrival().update());
        Uni<RowSet<Row>> read = tx.query(TurnSql.READ, organisation, bot.id(), asked.chat());
        return Uni.combine().all().unis(locked, read).asTuple().flatMap(found -> {
            if (asked.arrival() != null && found.getItem1().iterator().next().getLong("fresh") == 0) {
                asked.step().end("seen before");
                return Uni.createFrom().item(Receipt.SILENT);
            }
            if (asked.arrival() == null
                    && (found.getItem1().size() == 0 || found.getItem2().size() == 0)) {
                asked.step().end("not now");
                return Uni.createFrom().nullItem();
            }
            if (found.getItem2().size() == 0) {
                return create(tx, bot, asked.chat()).flatMap(rows -> act(tx, asked, rows, book));
            }
            return act(tx, asked, found.getItem2(), book);
        });
    }

    /** The chat's first turn; also right when another replica creates it at the same moment. */
    private static Uni<RowSet<Row>> create(Tx tx, Bot bot, long chat) {
        int organisation = bot.organisation().number();
        Uni<RowSet<Row>> insert = tx.query(TurnSql.NEW_CHAT, organisation, bot.id(), chat);
        Uni<RowSet<Row>> lock = tx.query(TurnSql.LOCK, organisation, bot.id(), chat);
        Uni<RowSet<Row>> read = tx.query(TurnSql.READ, organisation, bot.id(), chat);
        return Uni.combine().all().unis(insert, lock, read).asTuple().map(found -> found.getItem3());
    }

    private Uni<Receipt> act(Tx tx, Asked asked, RowSet<Row> rows, BranchBook book) {
        Scene scene = reading.scene(asked.bot(), asked.chat(), rows.iterator().next(), book);
        Exchange exchange =
                new Exchange(tx, scene, asked.arrival(), people.of(scene, asked.arrival()), clock.now(), playing);
        asked.names(scene.front());
        return asked.work().apply(exchange).chain(() -> end(tx, exchange, asked));
    }

    private Uni<Receipt> end(Tx tx, Exchange exchange, Asked asked) {
        Scene scene = exchange.scene();
        OpenRun front = exchange.front();
        Long frontId = front == null ? null : Long.valueOf(front.id());
        Long foundId = scene.front() == null ? null : Long.valueOf(scene.front().id());
        if (!Objects.equals(frontId, foundId) || exchange.interrupted() != scene.interrupted()) {
            exchange.write(
                    TurnSql.MOVE_CHAT,
                    scene.bot().organisation().number(),
                    scene.bot().id(),
                    scene.chat(),
                    frontId,
                    exchange.interrupted(),
                    exchange.arrival() != null);
        }
        List<Uni<?>> last = new ArrayList<>(exchange.writes().size() + 2);
        for (Exchange.Write write : exchange.writes()) {
            last.add(tx.query(write.sql(), write.arguments()));
        }
        for (List<Letter> letters : letters(exchange, frontId)) {
            Posting posting = outbox.post(tx, letters, asked.step());
            asked.onFailure(posting.failed());
            last.add(posting.statement());
        }
        asked.names(front);
        return tx.commitWith(last).replaceWith(() -> {
            asked.committed();
            return new Receipt(exchange.toast());
        });
    }

    private static List<List<Letter>> letters(Exchange exchange, @Nullable Long run) {
        List<List<Letter>> all = new ArrayList<>(1);
        if (!exchange.said().isEmpty()) {
            List<Letter> replies = new ArrayList<>(exchange.said().size());
            for (Outgoing outgoing : exchange.said()) {
                replies.add(letter(exchange, run, outgoing));
            }
            all.add(replies);
        }
        exchange.others().forEach(letter -> all.add(List.of(letter)));
        return all;
    }

    private static Letter letter(Exchange exchange, @Nullable Long run, Outgoing outgoing) {
        Scene scene = exchange.scene();
        return exchange.arrival() == null
                ? Letter.unasked(scene.bot(), scene.chat(), run, exchange.special(), outgoing)
                : Letter.reply(scene.bot(), scene.chat(), run, exchange.special(), outgoing);
    }
}
