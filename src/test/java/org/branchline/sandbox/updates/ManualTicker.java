package org.branchline.sandbox.updates;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that stands still until a test moves it; timers run in order, at their moment. */
public final class ManualTicker implements Ticker {

    private record Timer(long handle, long at, Runnable task) {}

    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparingLong(Timer::at).thenComparingLong(Timer::handle));
    private long now = 1_800_000_000_000L;
    private long handles;

    @Override
    public long millis() {
        return now;
    }

    @Override
    public long after(long millis, Runnable task) {
        timers.add(new Timer(++handles, now + millis, task));
        return handles;
    }

    @Override
    public void cancel(long handle) {
        timers.removeIf(timer -> timer.handle == handle);
    }

    /** Goes forward, running what falls due on the way. */
    public void forward(long millis) {
        long end = now + millis;
        while (!timers.isEmpty() && timers.peek().at <= end) {
            Timer due = timers.remove();
            now = due.at;
            due.task.run();
        }
        now = end;
    }
}
