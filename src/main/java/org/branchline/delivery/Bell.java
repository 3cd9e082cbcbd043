package org.branchline.delivery;

import io.vertx.core.Vertx;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/**
 * Tells whoever holds a bot's lease elsewhere that rows were queued. However many were, it says so at most every 20 ms: a
 * NOTIFY for each would halve what Postgres commits.
 */
final class Bell {

    /** Where it is heard. */
    static final String CHANNEL = "branchline_outbox";

    private static final long EVERY_MILLIS = 20;

    private final Vertx vertx;
    private final Consumer<String> say;
    private final Set<Long> bots = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean resting = new AtomicBoolean();

    /** @param say says a word to all processes */
    Bell(Vertx vertx, Consumer<String> say) {
        this.vertx = vertx;
        this.say = say;
    }

    /** Rows of a bot are queued and committed. May be called from anywhere. */
    void ring(long bot) {
        bots.add(bot);
        if (resting.compareAndSet(false, true)) {
            Set<Long> rung = Set.copyOf(bots);
            bots.removeAll(rung);
            if (!rung.isEmpty()) {
                say.accept(rung.stream().map(String::valueOf).collect(Collectors.joining(",")));
            }
            vertx.setTimer(EVERY_MILLIS, rested -> {
                resting.set(false);
                bots.stream().findAny().ifPresent(this::ring);
            });
        }
    }

    /** The bots a word is about. */
    static void heard(String word, LongConsumer bot) {
        Arrays.stream(word.split(",")).mapToLong(Long::parseLong).forEach(bot);
    }
}
