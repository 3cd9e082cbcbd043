package org.branchline.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.branchline.conversation.Answers;
import org.branchline.conversation.Effect;
import org.branchline.conversation.Incoming;
import org.branchline.conversation.Run;
import org.branchline.conversation.Stage;
import org.branchline.conversation.Turn;
import org.branchline.conversation.playbook.Playbook;
import org.branchline.playbooks.Playbooks;

/** Lets the engine decide about a run and carries out what it decided. */
@Singleton
public class Playing {

    private final Playbooks playbooks;
    private final Engines engines;
    private final Reading reading;
    private final Instance<AfterRun> afterRun;
    private final Map<Class<?>, EffectHandler<?>> handlers = new HashMap<>();

    Playing(
            Playbooks playbooks,
            Engines engines,
            Reading reading,
            Instance<EffectHandler<?>> handlers,
            Instance<AfterRun> afterRun) {
        this.playbooks = playbooks;
        this.engines = engines;
        this.reading = reading;
        this.afterRun = afterRun;
        for (EffectHandler<?> handler : handlers) {
            if (this.handlers.put(handler.effect(), handler) != null) {
                throw new IllegalStateException(
                        "Two handlers for " + handler.effect().getSimpleName());
            }
        }
        for (Class<?> effect : Effect.class.getPermittedSubclasses()) {
            if (!this.handlers.containsKey(effect)) {
                throw new IllegalStateException("No handler for " + effect.getSimpleName());
            }
        }
    }

    /** Begins a run of a playbook's newest version and puts it in front; the run that was there stays resumable. */
    Uni<Void> begin(Exchange exchange, String playbook) {
        return newest(exchange, playbook).flatMap(current -> exchange.read(
                        TurnSql.NEW_RUN,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        exchange.scene().chat(),
                        playbook,
                        current.version(),
                        exchange.utc())
                .flatMap(rows -> {
                    OpenRun run = new OpenRun(
                            rows.iterator().next().getLong("id"),
                            playbook,
                            current.version(),
                            new Stage.Asking("", null, false),
                            0,
                            Answers.NONE,
                            exchange.now());
                    return play(exchange, run, new Incoming.Began());
                }));
    }

    /** Brings another open or waiting run of this chat in front. */
    Uni<Void> resume(Exchange exchange, long run) {
        OpenRun front = exchange.front();
        if (front != null && front.id() == run) {
            return play(exchange, front, new Incoming.Returned());
        }
        return read(exchange, run).flatMap(found -> found.map(open -> play(
                        exchange,
                        open,
                        begun(open) ? new Incoming.Reminded(Incoming.Reminded.Why.RESUMED) : new Incoming.Began()))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static boolean begun(OpenRun run) {
        return run.step() > 0;
    }

    /** A run of this chat that is open or waits, empty where it is neither. */
    Uni<Optional<OpenRun>> read(Exchange exchange, long run) {
        return exchange.read(
                        TurnSql.READ_RUN,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        exchange.scene().chat(),
                        run)
                .map(rows -> rows.size() == 0
                        ? Optional.<OpenRun>empty()
                        : Optional.ofNullable(reading.run(
                                exchange.scene().bot(), rows.iterator().next())))
                .map(found -> found.filter(open -> open.stage().open()));
    }

    /** Brings a run in front and lets something happen to it. */
    public Uni<Void> play(Exchange exchange, OpenRun open, Incoming incoming) {
        return version(exchange, open.playbook(), open.version()).flatMap(playbook -> {
            exchange.front(open);
            Turn turn = engines.of(exchange.scene()).turn(playbook, exchange.run(open), incoming, exchange.now());
            carryOut(exchange, playbook, turn);
            if (turn.run().stage().open()) {
                return Uni.createFrom().voidItem();
            }
            OpenRun ended = exchange.front();
            exchange.front(null);
            return followed(exchange, ended == null ? open : ended, turn.run().stage());
        });
    }

    private void carryOut(Exchange exchange, Playbook playbook, Turn turn) {
        Run run = turn.run();
        exchange.front(new OpenRun(
                run.id(), playbook.key(), playbook.version(), run.stage(), run.step(), run.answers(), exchange.now()));
        exchange.interrupted(run.interrupted());
        if (playbook.questions().stream()
                .anyMatch(question ->
                        question.special() && run.answers().of(question.id()).isPresent())) {
            exchange.markSpecial();
        }
        for (Effect effect : turn.effects()) {
            handle(effect, exchange);
        }
        RunRow row = RunRow.of(run.stage());
        exchange.write(
                TurnSql.MOVE_RUN,
                exchange.organisation().number(),
                run.id(),
                row.stage(),
                row.question(),
                row.detail(),
                row.changing(),
                run.step(),
                exchange.utc(),
                run.stage() instanceof Stage.Summary || run.stage() instanceof Stage.Finished);
    }

    @SuppressWarnings("unchecked") // the map's key is the handler's own kind
    private <E extends Effect> void handle(E effect, Exchange exchange) {
        ((EffectHandler<E>) Objects.requireNonNull(handlers.get(effect.getClass()))).handle(effect, exchange);
    }

    private Uni<Void> followed(Exchange exchange, OpenRun run, Stage stage) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (AfterRun next : List.copyOf(afterRun.stream().toList())) {
            all = all.chain(() -> next.after(exchange, run, stage));
        }
        return all;
    }

    /** A playbook's newest version; fails where there is no such playbook. */
    public Uni<Playbook> newest(Exchange exchange, String playbook) {
        return playbooks
                .current(exchange.tx(), exchange.organisation(), playbook)
                .map(found -> found.orElseThrow(() -> new IllegalStateException("There is no playbook " + playbook)));
    }

    /** A version of a playbook that runs were begun with. */
    public Uni<Playbook> version(Exchange exchange, String playbook, String version) {
        return playbooks.version(exchange.tx(), exchange.organisation(), playbook, version);
    }
}
