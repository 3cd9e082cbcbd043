package org.branchline.ops;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.branchline.conversation.Outgoing;
import org.branchline.delivery.Gateway;
import org.branchline.delivery.Outcome;
import org.branchline.roster.Bot;

/** Notes how long the platform takes, what comes of it and for how long it asks to wait. */
@Decorator
@Priority(100)
class TimedGateway implements Gateway {

    private final Gateway gateway;
    private final Counter limits;
    private final Counter seconds;
    private final Map<Class<?>, Timer> timers;

    @Inject
    TimedGateway(@Delegate @Any Gateway gateway, Figures figures) {
        this.gateway = gateway;
        this.limits = figures.count(Figure.FLOOD_LIMITS);
        this.seconds = figures.count(Figure.FLOOD_LIMIT_SECONDS);
        this.timers = Arrays.stream(Outcome.class.getPermittedSubclasses())
                .collect(Collectors.toUnmodifiableMap(
                        kind -> kind, kind -> figures.times(Figure.REQUEST, apart(kind.getSimpleName()))));
    }

    /** {@code BotGone} as {@code bot_gone}. */
    private static String apart(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    @Override
    public Uni<Outcome> send(Bot bot, long chat, Outgoing outgoing) {
        return timed(gateway.send(bot, chat, outgoing));
    }

    @Override
    public Uni<Outcome> sendPaid(Bot bot, long chat, Outgoing outgoing) {
        return timed(gateway.sendPaid(bot, chat, outgoing));
    }

    @Override
    public void acknowledge(Bot bot, String press, String text) {
        gateway.acknowledge(bot, press, text);
    }

    private Uni<Outcome> timed(Uni<Outcome> request) {
        return Uni.createFrom().deferred(() -> {
            long began = System.nanoTime();
            return request.invoke(outcome -> {
                Objects.requireNonNull(timers.get(outcome.getClass()))
                        .record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
                if (outcome instanceof Outcome.Wait wait) {
                    limits.increment();
                    seconds.increment((double) wait.time().toSeconds());
                }
            });
        });
    }
}
