package org.branchline.drill;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** How a database is away for some seconds. */
enum DatabaseTrouble {
    /** {@code pg_ctl stop -m immediate}: connections are reset, new ones refused. */
    STOPPED(Duration.ofSeconds(5), 2, 5) {
        @Override
        void begin(Installation installation) {
            installation.postgres("stop", "--mode=immediate");
        }

        @Override
        void end(Installation installation) {
            installation.postgres("start");
        }
    },
    /** Every process of it stands still, and nothing is reset. */
    FROZEN(Duration.ofSeconds(12), 6, 10) {
        @Override
        void begin(Installation installation) {
            installation.signalPostgres("STOP");
        }

        @Override
        void end(Installation installation) {
            installation.signalPostgres("CONT");
        }
    };

    private final Duration away;
    private final double refusedWithin;
    private final double healedWithin;

    DatabaseTrouble(Duration away, double refusedWithin, double healedWithin) {
        this.away = away;
        this.refusedWithin = refusedWithin;
        this.healedWithin = healedWithin;
    }

    /**
     * Monotonic nanoseconds.
     *
     * @param gone from then on the server is certainly away
     * @param ending until then it certainly is
     * @param back from then on it is certainly there
     */
    record Gap(long gone, long ending, long back) {}

    abstract void begin(Installation installation);

    abstract void end(Installation installation);

    /** Seconds within which an update is to be answered 503 meanwhile, as promised. */
    double refusedWithin() {
        return refusedWithin;
    }

    /** Seconds within which an update is to be taken again afterwards, as promised. */
    double healedWithin() {
        return healedWithin;
    }

    /** Happens once, from beginning to end. */
    Gap happen(Installation installation) {
        begin(installation);
        long gone = System.nanoTime();
        while (System.nanoTime() - gone < away.toNanos()) {
            LockSupport.parkNanos(away.toNanos() - (System.nanoTime() - gone));
        }
        long ending = System.nanoTime();
        end(installation);
        return new Gap(gone, ending, System.nanoTime());
    }
}
