package org.branchline.delivery;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.branchline.roster.Bot;
import org.jboss.logging.Logger;

/** How long a bot must be silent, here and in its row for whoever sends next. It only ever grows longer. */
final class Silence {

    private static final Logger LOG = Logger.getLogger(Silence.class);
    /** What was under way together is answered together: that is one pause, told once. */
    private static final Duration TOGETHER = Duration.ofSeconds(1);

    private final Bot bot;
    private final Rows rows;
    private final LongSupplier nanos;
    private long end;

    Silence(Bot bot, Rows rows, LongSupplier nanos) {
        this.bot = bot;
        this.rows = rows;
        this.nanos = nanos;
        this.end = nanos.getAsLong();
    }

    boolean lasts() {
        return rest() > 0;
    }

    /** Takes over the rest of what was asked of a predecessor. */
    void takeOver(long millis) {
        grow(Duration.ofMillis(millis));
    }

    /**
     * Begins, or goes on.
     *
     * @return whether it lasts longer for that
     */
    boolean begin(Outcome.Pause pause) {
        long before = rest();
        if (!grow(pause.time())) {
            return false;
        }
        if (before <= 0 || rest() - before > TOGETHER.toNanos()) {
            LOG.logf(
                    pause.alarm() ? Logger.Level.ERROR : Logger.Level.WARN,
                    "bot=%d is silent for %d s: %s",
                    bot.id(),
                    pause.time().toSeconds(),
                    pause.why());
        }
        rows.pause(bot, pause.time().toMillis())
                .subscribe()
                .with(done -> {}, failure -> Trouble.of(LOG, bot, failure, "its pause is not noted"));
        return true;
    }

    private boolean grow(Duration time) {
        boolean longer = time.toNanos() > rest();
        if (longer) {
            end = nanos.getAsLong() + time.toNanos();
        }
        return longer;
    }

    private long rest() {
        return end - nanos.getAsLong();
    }
}
