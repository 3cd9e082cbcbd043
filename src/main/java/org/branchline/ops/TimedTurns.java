package org.branchline.ops;

import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.branchline.database.Outages;
import org.branchline.intake.Arrival;
import org.branchline.intake.Exchange;
import org.branchline.intake.Receipt;
import org.branchline.intake.Turns;
import org.branchline.roster.Bot;
import org.jspecify.annotations.Nullable;

/** Notes how long turns take and how they end, around whoever takes them. */
@Decorator
@Priority(100)
class TimedTurns implements Turns {

    enum Outcome {
        /** Committed, or nothing to do. */
        DONE,
        /** Another turn of the chat took too long, or had it where this one does not wait. */
        BUSY,
        /** Postgres or the way to it was at fault. */
        OUTAGE,
        /** Handling it failed. */
        FAILED;

        static Outcome of(@Nullable Throwable failure) {
            if (failure == null) {
                return DONE;
            }
            if (Outages.busy(failure)) {
                return BUSY;
            }
            return Outages.outage(failure) ? OUTAGE : FAILED;
        }
    }

    private final Turns turns;
    private final Map<Outcome, Timer> updates = new EnumMap<>(Outcome.class);
    private final Map<Outcome, Timer> own = new EnumMap<>(Outcome.class);

    @Inject
    TimedTurns(@Delegate @Any Turns turns, Figures figures) {
        this.turns = turns;
        for (Outcome outcome : Outcome.values()) {
            String said = outcome.name().toLowerCase(Locale.ROOT);
            updates.put(outcome, figures.times(Figure.TURN, said, "update"));
            own.put(outcome, figures.times(Figure.TURN, said, "service"));
        }
    }

    @Override
    public Uni<Receipt> of(Arrival arrival, Function<Exchange, Uni<Void>> work) {
        return timed(turns.of(arrival, work), updates);
    }

    @Override
    public Uni<Receipt> of(Bot bot, long chat, Function<Exchange, Uni<Void>> work) {
        return timed(turns.of(bot, chat, work), own);
    }

    @Override
    public Uni<Boolean> ofFree(Bot bot, long chat, Function<Exchange, Uni<Void>> work) {
        return timed(
                turns.ofFree(bot, chat, work),
                own,
                (tookPlace, failure) -> failure == null && !tookPlace ? Outcome.BUSY : Outcome.of(failure));
    }

    private static Uni<Receipt> timed(Uni<Receipt> turn, Map<Outcome, Timer> timers) {
        return timed(turn, timers, (receipt, failure) -> Outcome.of(failure));
    }

    private static <T> Uni<T> timed(
            Uni<T> turn, Map<Outcome, Timer> timers, BiFunction<T, @Nullable Throwable, Outcome> outcome) {
        return Uni.createFrom().deferred(() -> {
            long began = System.nanoTime();
            return turn.onItemOrFailure()
                    .invoke((item, failure) -> Objects.requireNonNull(timers.get(outcome.apply(item, failure)))
                            .record(System.nanoTime() - began, TimeUnit.NANOSECONDS));
        });
    }
}
