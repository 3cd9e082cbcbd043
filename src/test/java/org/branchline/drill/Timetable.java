package org.branchline.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What happens at given times of a drill, each kind in its own order. */
final class Timetable implements AutoCloseable {

    private static final int KINDS = 4;

    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(KINDS);
    private final List<Future<?>> all = new ArrayList<>();
    private final Duration whole;

    /**
     * @param whole how long it goes on
     */
    Timetable(Duration whole) {
        this.whole = whole;
    }

    /**
     * Lets something happen so many times, with the same time between each and the next.
     *
     * @param first when the first one happens, as a share of that time, below 1
     */
    void spread(int times, double first, Callable<?> what) {
        Duration between = whole.dividedBy(times);
        for (int time = 0; time < times; time++) {
            long millis = (long) ((time + first) * between.toMillis());
            all.add(clock.schedule(
                    () -> {
                        synchronized (what) {
                            return what.call();
                        }
                    },
                    millis,
                    TimeUnit.MILLISECONDS));
        }
    }

    /** Waits until its time is over and all of it has happened; fails with what failed. */
    void await() throws Exception {
        clock.schedule(() -> {}, whole.toMillis(), TimeUnit.MILLISECONDS).get();
        for (Future<?> one : all) {
            one.get();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
