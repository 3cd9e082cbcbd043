package org.branchline.intake.waiting;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import org.branchline.intake.Exchange;
import org.branchline.intake.OpenRun;

/** Ends runs of a chat that nobody needs to finish any more. */
public final class Expiring {

    private Expiring() {}

    /** What a prompt asked this chat before and nobody finished makes way for the next time it asks. */
    public static Uni<Void> makeWay(Exchange exchange, String playbook) {
        return makeWay(exchange, playbook, Long.MAX_VALUE);
    }

    /** The same of what was asked before a run. */
    static Uni<Void> makeWay(Exchange exchange, String playbook, long run) {
        return ended(exchange, WaitingSql.OLDER, playbook, run).replaceWithVoid();
    }

    /**
     * Ends one of this chat's.
     *
     * @return false where it was over before
     */
    public static Uni<Boolean> end(Exchange exchange, String playbook, long run) {
        return ended(exchange, WaitingSql.END, playbook, run);
    }

    private static Uni<Boolean> ended(Exchange exchange, String sql, String playbook, long run) {
        return exchange.read(
                        sql,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        exchange.scene().chat(),
                        playbook,
                        run)
                .map(ended -> {
                    OpenRun front = exchange.front();
                    for (Row row : ended) {
                        if (front != null && row.getLong("id") == front.id()) {
                            exchange.drop();
                        }
                    }
                    return ended.size() > 0;
                });
    }
}
