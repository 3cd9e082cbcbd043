package org.branchline.ops;

import java.util.Locale;
import java.util.function.LongSupplier;
import org.branchline.database.Leases;
import org.branchline.delivery.Priority;

/** What is told of one bot: its lease as it stands, and the last that was read from Postgres, with its age. */
final class BotFigures {

    private static final double NANOS = 1e9;

    private final LongSupplier nanos;
    private volatile Sample sample = Sample.EMPTY;
    private volatile long at;

    BotFigures(Leases.Wanted wanted, Figures figures, LongSupplier nanos) {
        this.nanos = nanos;
        this.at = nanos.getAsLong();
        String bot = Long.toString(wanted.bot());
        figures.state(Figure.LEASE, () -> wanted.lease().fence() == 0 ? 0 : 1, bot);
        figures.state(Figure.FIGURES_AGE, this::age, bot);
        for (Priority priority : Priority.values()) {
            String said = priority.name().toLowerCase(Locale.ROOT);
            figures.state(Figure.OUTBOX, () -> sample.queue(priority).rows(), bot, said);
            figures.state(Figure.OUTBOX_AGE, () -> sample.queue(priority).oldest(), bot, said);
        }
        figures.state(Figure.RUNS, () -> sample.asking(), bot, "asking");
        figures.state(Figure.RUNS, () -> sample.waiting(), bot, "waiting");
        figures.state(Figure.DEAD_LETTERS, () -> sample.dead(), bot, "dead");
        figures.state(Figure.DEAD_LETTERS, () -> sample.parked(), bot, "parked");
    }

    /** From now on this is told. */
    void read(Sample fresh) {
        sample = fresh;
        at = nanos.getAsLong();
    }

    private double age() {
        return (nanos.getAsLong() - at) / NANOS;
    }
}
