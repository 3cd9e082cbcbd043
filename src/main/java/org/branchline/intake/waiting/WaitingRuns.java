package org.branchline.intake.waiting;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.branchline.conversation.Answers;
import org.branchline.conversation.Incoming;
import org.branchline.conversation.Outgoing;
import org.branchline.conversation.Stage;
import org.branchline.conversation.Turnstile;
import org.branchline.conversation.playbook.Playbook;
import org.branchline.delivery.Letter;
import org.branchline.intake.AfterRun;
import org.branchline.intake.Engines;
import org.branchline.intake.Exchange;
import org.branchline.intake.OpenRun;
import org.branchline.intake.Playing;
import org.branchline.intake.Scene;
import org.branchline.roster.Member;
import org.jspecify.annotations.Nullable;

/**
 * Runs that wait for their time. One run per chat is in front: a run that falls due while another is being answered waits
 * until that ends, or was quiet for 10 minutes, and then asks whether now is a good time.
 */
@Singleton
public class WaitingRuns implements AfterRun {

    private final Instance<Playing> playing;
    private final Engines engines;

    WaitingRuns(Instance<Playing> playing, Engines engines) {
        this.playing = playing;
        this.engines = engines;
    }

    /** A run that waits. */
    record Waiting(Playbook playbook, long run) {}

    /** Lets a playbook fall due for this chat. */
    Uni<Waiting> wait(Exchange exchange, String playbook, Instant due) {
        return playing.get().newest(exchange, playbook).flatMap(current -> exchange.read(
                        WaitingSql.WAIT,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        exchange.scene().chat(),
                        playbook,
                        current.version(),
                        due.atOffset(ZoneOffset.UTC),
                        exchange.utc())
                .map(rows -> new Waiting(current, rows.iterator().next().getLong("id"))));
    }

    /**
     * Asks about a playbook tomorrow at this hour, at a decent one; one that is begun keeps its place.
     *
     * @return the run that will ask
     */
    public Uni<Long> tomorrow(Exchange exchange, String playbook) {
        return exchange.read(
                        WaitingSql.OPEN,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        exchange.scene().chat(),
                        playbook)
                .flatMap(rows -> {
                    Instant due = Tomorrow.after(exchange);
                    if (rows.size() == 0) {
                        return wait(exchange, playbook, due).map(Waiting::run);
                    }
                    long run = rows.iterator().next().getLong("id");
                    // Moves only what waits.
                    putOff(exchange, run, due);
                    return Uni.createFrom().item(run);
                });
    }

    /** What becomes of a chat of which a run has fallen due. */
    Uni<Void> speakUp(Exchange exchange) {
        if (hushed(exchange)) {
            return Uni.createFrom().voidItem();
        }
        OpenRun front = exchange.front();
        return Turnstile.decide(front == null ? null : front.touched(), false, exchange.now())
                .of(new Turnstile.Cases<>() {
                    @Override
                    public Uni<Void> begin(Turnstile.Begin decision) {
                        return next(exchange, row -> WaitingRuns.this.begin(exchange, row));
                    }

                    @Override
                    public Uni<Void> announce(Turnstile.Announce decision) {
                        return next(
                                exchange,
                                row -> exchange.front() == null
                                        ? WaitingRuns.this.begin(exchange, row)
                                        : WaitingRuns.this.announce(exchange, row));
                    }

                    @Override
                    public Uni<Void> hold(Turnstile.Wait decision) {
                        return Uni.createFrom().voidItem();
                    }
                });
    }

    @Override
    public Uni<Void> after(Exchange exchange, OpenRun run, Stage stage) {
        if (hushed(exchange)) {
            return Uni.createFrom().voidItem();
        }
        return next(exchange, row -> announce(exchange, row));
    }

    /** As the chat's lock holds it: whoever wrote /quiet or /stop since the page was read is left alone. */
    private static boolean hushed(Exchange exchange) {
        Member member = exchange.scene().member();
        return member != null && (member.stopped() || member.quiet(exchange.now()));
    }

    /** Begins a waiting run because its person pressed "Now". */
    Uni<Void> now(Exchange exchange, long run) {
        return exchange.read(
                        WaitingSql.ONE,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        exchange.scene().chat(),
                        run)
                .flatMap(rows -> rows.size() == 0
                        ? Uni.createFrom().voidItem()
                        : begin(exchange, rows.iterator().next()));
    }

    /** Lets a waiting run fall due later, or with null never by itself. */
    void putOff(Exchange exchange, long run, @Nullable Instant due) {
        exchange.write(
                WaitingSql.PUT_OFF,
                exchange.organisation().number(),
                exchange.scene().bot().id(),
                exchange.scene().chat(),
                run,
                due == null ? null : due.atOffset(ZoneOffset.UTC));
    }

    /** What becomes of the chat's next run, where one is due. */
    private static Uni<Void> next(Exchange exchange, Function<Row, Uni<Void>> then) {
        return exchange.read(
                        WaitingSql.OF_CHAT,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        exchange.scene().chat(),
                        exchange.utc())
                .flatMap(rows -> rows.size() == 0
                        ? Uni.createFrom().voidItem()
                        : followed(exchange, rows.iterator().next(), then));
    }

    private static Uni<Void> followed(Exchange exchange, Row row, Function<Row, Uni<Void>> then) {
        return Expiring.makeWay(exchange, row.getString("playbook"), row.getLong("id"))
                .chain(() -> then.apply(row));
    }

    private Uni<Void> begin(Exchange exchange, Row row) {
        OpenRun run = new OpenRun(
                row.getLong("id"),
                row.getString("playbook"),
                row.getString("version"),
                new Stage.Asking("", null, false),
                0,
                Answers.NONE,
                exchange.now());
        return playing.get().play(exchange, run, new Incoming.Began());
    }

    private Uni<Void> announce(Exchange exchange, Row row) {
        long id = row.getLong("id");
        return playing.get()
                .version(exchange, row.getString("playbook"), row.getString("version"))
                .invoke(playbook -> {
                    say(
                            exchange,
                            id,
                            engines.cards(exchange.scene()).waiting(playbook, id, exchange.person(), exchange.now()));
                    exchange.interrupted(exchange.front() != null);
                    exchange.write(WaitingSql.ANNOUNCED, exchange.organisation().number(), id, exchange.utc());
                })
                .replaceWithVoid();
    }

    /** Part of the answer to what a person did; else the service's own, which is not said twice where it may have arrived. */
    private static void say(Exchange exchange, long run, Outgoing card) {
        if (exchange.arrival() != null) {
            exchange.say(card);
            return;
        }
        Scene scene = exchange.scene();
        exchange.send(Letter.unasked(scene.bot(), scene.chat(), run, false, card));
    }
}
