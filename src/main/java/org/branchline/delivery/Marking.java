package org.branchline.delivery;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.branchline.roster.Bot;
import org.jboss.logging.Logger;

/** Writes what came of requests, many rows at a time. Bounded, since unmarked rows keep their room. */
final class Marking {

    private static final Logger LOG = Logger.getLogger(Marking.class);
    private static final long EVERY_MILLIS = 20;
    private static final long RETRY_MILLIS = 500;

    private final Bot bot;
    private final Rows rows;
    private final Vertx vertx;
    private final Context context;
    private final Consumer<List<Mark>> marked;
    private final Map<Long, Integer> returning = new HashMap<>();
    private List<Mark> waiting = new ArrayList<>();
    private boolean busy;

    Marking(Bot bot, Rows rows, Vertx vertx, Context context, Consumer<List<Mark>> marked) {
        this.bot = bot;
        this.rows = rows;
        this.vertx = vertx;
        this.context = context;
        this.marked = marked;
    }

    void add(Mark mark) {
        if (mark.verdict().state() == Verdict.State.QUEUED) {
            returning.merge(mark.parcel().letter().chat(), 1, Integer::sum);
        }
        waiting.add(mark);
        schedule(EVERY_MILLIS);
    }

    /** Whether a row of this chat is on its way back into the queue, so that later ones must follow it there. */
    boolean returning(long chat) {
        return returning.containsKey(chat);
    }

    private void schedule(long millis) {
        if (!busy) {
            busy = true;
            vertx.setTimer(millis, fired -> context.runOnContext(nothing -> write()));
        }
    }

    private void write() {
        List<Mark> batch = waiting;
        waiting = new ArrayList<>();
        rows.mark(bot, batch)
                .subscribe()
                .with(
                        done -> context.runOnContext(nothing -> written(batch)),
                        failure -> context.runOnContext(nothing -> {
                            LOG.debugf(
                                    "bot=%d marks=%d not written yet: %s",
                                    bot.id(), batch.size(), failure.getMessage());
                            batch.addAll(waiting);
                            waiting = batch;
                            busy = false;
                            schedule(RETRY_MILLIS);
                        }));
    }

    private void written(List<Mark> batch) {
        busy = false;
        for (Mark mark : batch) {
            if (mark.verdict().state() == Verdict.State.QUEUED) {
                returning.computeIfPresent(
                        mark.parcel().letter().chat(), (chat, count) -> count == 1 ? null : count - 1);
            }
        }
        if (!waiting.isEmpty()) {
            schedule(EVERY_MILLIS);
        }
        marked.accept(batch);
    }
}
