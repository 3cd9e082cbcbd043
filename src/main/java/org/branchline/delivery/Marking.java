package org.branchline.delivery;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.branchline.database.Outages;
import org.branchline.roster.Bot;
import org.jboss.logging.Logger;

/** Writes what came of requests, many rows at a time. Bounded, since unmarked rows keep their room. */
final class Marking {

    private static final Logger LOG = Logger.getLogger(Marking.class);
    private static final long RETRY_MILLIS = 500;
    /** How often a single mark may be refused before its row is left to the next look at what was left over. */
    private static final int MOST_REFUSED = 5;

    private final Bot bot;
    private final Rows rows;
    private final Vertx vertx;
    private final Context context;
    private final Consumer<List<Mark>> marked;
    private final long everyMillis;
    private final Map<Long, Integer> returning = new HashMap<>();
    private List<Mark> waiting = new ArrayList<>();
    private boolean busy;
    /** How many may be written together: halved where Postgres refuses them, until the one it refuses is found. */
    private int together = Integer.MAX_VALUE;

    private int refused;

    /** @param everyMillis for how long marks are gathered before they are written, at least 1 */
    Marking(Bot bot, Rows rows, Vertx vertx, Context context, long everyMillis, Consumer<List<Mark>> marked) {
        this.bot = bot;
        this.rows = rows;
        this.vertx = vertx;
        this.context = context;
        this.everyMillis = everyMillis;
        this.marked = marked;
    }

    void add(Mark mark) {
        if (mark.verdict().state() == Verdict.State.QUEUED) {
            returning.merge(mark.parcel().letter().chat(), 1, Integer::sum);
        }
        waiting.add(mark);
        schedule(everyMillis);
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
        int size = Math.min(together, waiting.size());
        List<Mark> batch = new ArrayList<>(waiting.subList(0, size));
        waiting = new ArrayList<>(waiting.subList(size, waiting.size()));
        rows.mark(bot, batch)
                .subscribe()
                .with(
                        done -> context.runOnContext(nothing -> {
                            together = together > Integer.MAX_VALUE / 2 ? Integer.MAX_VALUE : together * 2;
                            refused = 0;
                            through(batch);
                        }),
                        failure -> context.runOnContext(nothing -> notWritten(batch, failure)));
    }

    private void notWritten(List<Mark> batch, Throwable failure) {
        Trouble.of(LOG, bot, failure, batch.size() + " marks are not written yet");
        if (!Outages.outage(failure)) {
            together = Math.max(1, batch.size() / 2);
            if (batch.size() == 1 && ++refused == MOST_REFUSED) {
                LOG.errorf(
                        "bot=%d row=%d cannot be marked %s",
                        bot.id(),
                        batch.get(0).parcel().id(),
                        batch.get(0).verdict().state().column());
                refused = 0;
                through(batch);
                return;
            }
        }
        batch.addAll(waiting);
        waiting = batch;
        busy = false;
        schedule(RETRY_MILLIS);
    }

    private void through(List<Mark> batch) {
        busy = false;
        for (Mark mark : batch) {
            if (mark.verdict().state() == Verdict.State.QUEUED) {
                returning.computeIfPresent(
                        mark.parcel().letter().chat(), (chat, count) -> count == 1 ? null : count - 1);
            }
        }
        if (!waiting.isEmpty()) {
            schedule(everyMillis);
        }
        marked.accept(batch);
    }
}
