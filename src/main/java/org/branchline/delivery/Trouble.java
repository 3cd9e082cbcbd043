package org.branchline.delivery;

import io.vertx.pgclient.PgException;
import org.branchline.database.Outages;
import org.branchline.roster.Bot;
import org.jboss.logging.Logger;

/** Tells the log what did not work: an outage is told where it is noticed, everything else must be seen. */
final class Trouble {

    private Trouble() {}

    static void of(Logger log, Bot bot, Throwable failure, String what) {
        if (Outages.outage(failure)) {
            log.debugf("bot=%d %s: %s", bot.id(), what, name(failure));
        } else {
            log.warnf("bot=%d %s: %s", bot.id(), what, name(failure));
        }
    }

    /** Class, state and place; never a message, which may quote a person. */
    private static String name(Throwable failure) {
        StackTraceElement[] at = failure.getStackTrace();
        return failure.getClass().getName()
                + (failure instanceof PgException refused ? " SQLSTATE " + refused.getSqlState() : "")
                + (at.length == 0 ? "" : " at " + at[0]);
    }
}
