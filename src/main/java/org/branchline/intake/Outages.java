package org.branchline.intake;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Tells an outage, which nobody's update is to blame for, from a failure of handling an update itself. */
final class Outages {

    /** Postgres, appendix A: connection exceptions, resources, operator intervention, system errors, conflicts, locks. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58", "40", "55", "25");

    private Outages() {}

    static boolean outage(Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof PgException refused) {
                String state = refused.getSqlState();
                return state == null || CLASSES.contains(state.substring(0, 2));
            }
            if (at instanceof IOException
                    || at instanceof TimeoutException
                    || at instanceof ConnectTimeoutException
                    || at instanceof VertxException
                    || at instanceof NoStackTraceThrowable) {
                return true;
            }
        }
        return false;
    }
}
