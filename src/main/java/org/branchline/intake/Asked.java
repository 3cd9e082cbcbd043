package org.branchline.intake;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.branchline.database.Outages;
import org.branchline.database.trace.Step;
import org.branchline.roster.Bot;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A turn that is asked for, and what log and trace say of it: numbers and our own names, nothing that was said. */
final class Asked {

    private static final Logger LOG = Logger.getLogger(Asked.class);

    private final Bot bot;
    private final long chat;
    private final @Nullable Arrival arrival;
    private final String lock;
    private final Function<Exchange, Uni<Void>> work;
    private final Step step;
    private final List<Runnable> onFailure = new ArrayList<>(1);
    private @Nullable OpenRun run;

    Asked(Bot bot, long chat, @Nullable Arrival arrival, String lock, Function<Exchange, Uni<Void>> work, Step step) {
        this.bot = bot;
        this.chat = chat;
        this.arrival = arrival;
        this.lock = lock;
        this.work = work;
        this.step = step;
    }

    Bot bot() {
        return bot;
    }

    long chat() {
        return chat;
    }

    /** What a person did; null where the service itself begins the turn. */
    @Nullable
    Arrival arrival() {
        return arrival;
    }

    /** The statement that locks the chat. */
    String lock() {
        return lock;
    }

    Function<Exchange, Uni<Void>> work() {
        return work;
    }

    /** In which it is traced. */
    Step step() {
        return step;
    }

    /** Done where nothing is committed. */
    void onFailure(Runnable undoing) {
        onFailure.add(undoing);
    }

    /** It is in this run, null for none. */
    void names(@Nullable OpenRun found) {
        if (found != null) {
            run = found;
            step.with("run", found.id()).with("playbook", found.playbook());
        }
    }

    void committed() {
        step.end("committed");
        if (LOG.isDebugEnabled()) {
            LOG.debugf("bot=%d update=%s run=%s playbook=%s turn committed", bot.id(), update(), runId(), playbook());
        }
    }

    /** Whoever asked says what becomes of it; here stands the run. An outage is told where it is noticed. */
    void failed(Throwable cause) {
        onFailure.forEach(Runnable::run);
        step.fail(cause);
        LOG.logf(
                run == null || Outages.outage(cause) ? Logger.Level.DEBUG : Logger.Level.WARN,
                "bot=%d update=%s run=%s playbook=%s turn undone: %s",
                bot.id(),
                update(),
                runId(),
                playbook(),
                Causes.names(cause));
    }

    private @Nullable Long update() {
        return arrival == null ? null : Long.valueOf(arrival.update());
    }

    private @Nullable Long runId() {
        return run == null ? null : Long.valueOf(run.id());
    }

    private @Nullable String playbook() {
        return run == null ? null : run.playbook();
    }
}
