package org.branchline.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import org.branchline.roster.Bot;

/** What is done before a sender sends under a fence. */
final class Takeover {

    /** How long a new holder waits: design.md, "One lease per bot". */
    private static final long CALM_MILLIS = 1_000;

    private final Bot bot;
    private final Rows rows;
    private final Tenure tenure;
    private final Vertx vertx;
    private final Adrift adrift;
    private volatile long last;

    Takeover(Bot bot, Rows rows, Tenure tenure, Vertx vertx, Adrift adrift) {
        this.bot = bot;
        this.rows = rows;
        this.tenure = tenure;
        this.vertx = vertx;
        this.adrift = adrift;
    }

    /**
     * What is known once a sender may begin.
     *
     * @param back the rows that were adrift and are queued again, by their fence
     * @param pausedMillis the rest of a forced pause
     * @param groups what others sent to groups in the last minute
     */
    record Ready(Map<Long, List<Long>> back, long pausedMillis, List<Rows.Left> groups) {}

    Uni<Ready> under(long fence) {
        return adrift.putBack()
                .call(() -> fence != last && tenure.contested()
                        ? calm()
                        : Uni.createFrom().voidItem())
                .flatMap(back ->
                        rows.paused(bot).flatMap(millis -> groups(fence).map(left -> new Ready(back, millis, left))))
                .invoke(() -> last = fence);
    }

    /** Our own are counted already. */
    private Uni<List<Rows.Left>> groups(long fence) {
        return fence == last ? Uni.createFrom().item(List.of()) : rows.leftForGroups(bot);
    }

    /** What a predecessor wrote last, before it knew, is on its way for a moment. */
    private Uni<Void> calm() {
        return Uni.createFrom().emitter(emitter -> vertx.setTimer(CALM_MILLIS, over -> emitter.complete(null)));
    }
}
