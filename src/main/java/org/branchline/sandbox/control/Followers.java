package org.branchline.sandbox.control;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.branchline.sandbox.chat.World;
import org.jspecify.annotations.Nullable;

/**
 * The services that live by the sandbox's clock. It goes on once all of them are done with what was due, and no further
 * than to what falls due next in any of them; one that is not heard of holds it up for {@value #PATIENCE_MILLIS} ms. Where
 * there is none, it goes where it is to go at once.
 */
final class Followers {

    static final long PATIENCE_MILLIS = 10_000;

    private final World world;
    private final Map<String, Follower> all = new HashMap<>();
    private long timer = -1;

    /**
     * What one of them said last.
     *
     * @param offset at which it lives
     * @param rest how long nothing falls due in it: nothing while it is not done, null where nothing does
     * @param news how it is told that there is something new; null while it does not wait
     */
    private record Follower(
            Duration offset,
            @Nullable Duration rest,
            long heardAt,
            @Nullable Runnable news) {

        boolean ready(Duration at) {
            return offset.equals(at) && (rest == null || rest.compareTo(Duration.ZERO) > 0);
        }

        boolean lost(long now) {
            return news == null && now - heardAt >= PATIENCE_MILLIS;
        }

        Follower told(long now) {
            return new Follower(offset, rest, now, null);
        }
    }

    Followers(World world) {
        this.world = world;
        if (world.clock().moving()) {
            lookLater();
        }
    }

    /** How many live by the clock, as far as they were heard of. */
    int count() {
        return (int)
                all.values().stream().filter(follower -> !follower.lost(now())).count();
    }

    /** The clock is to go so much further. */
    void forward(Duration further) {
        world.aimClock(further);
        settle();
    }

    /**
     * One of them says how far it is.
     *
     * @param news run once, at once where there is something new already, unless it is {@link #left} before
     */
    void reached(String name, Duration offset, @Nullable Duration rest, Runnable news) {
        all.put(name, new Follower(offset, rest, now(), news));
        settle();
    }

    /** It does not wait any more, but will be heard of again. */
    void left(String name, Runnable news) {
        all.computeIfPresent(name, (key, known) -> known.news() == news ? known.told(now()) : known);
    }

    /** It is gone. */
    void gone(String name, Runnable news) {
        if (all.values().removeIf(known -> known.news() == news)) {
            settle();
        }
    }

    private void settle() {
        if (world.clock().moving()) {
            all.values().removeIf(follower -> follower.lost(now()));
            Duration step = step(world.clock().offset(), world.clock().rest(), all.values());
            if (step.compareTo(Duration.ZERO) > 0) {
                world.moveClock(step);
            }
        }
        tellNews();
        if (world.clock().moving()) {
            lookLater();
        }
    }

    /** How far the clock may go now. */
    private static Duration step(Duration at, Duration rest, Collection<Follower> followers) {
        Duration step = rest;
        for (Follower follower : followers) {
            if (!follower.ready(at)) {
                return Duration.ZERO;
            }
            if (follower.rest() != null && follower.rest().compareTo(step) < 0) {
                step = follower.rest();
            }
        }
        return step;
    }

    private void tellNews() {
        for (Map.Entry<String, Follower> entry : Map.copyOf(all).entrySet()) {
            Follower follower = entry.getValue();
            boolean asked =
                    world.clock().moving() && !follower.ready(world.clock().offset());
            if (follower.news() != null
                    && (asked || !follower.offset().equals(world.clock().offset()))) {
                all.put(entry.getKey(), follower.told(now()));
                follower.news().run();
            }
        }
    }

    private void lookLater() {
        world.ticker().cancel(timer);
        timer = world.ticker().after(PATIENCE_MILLIS, this::settle);
    }

    private long now() {
        return world.ticker().millis();
    }
}
