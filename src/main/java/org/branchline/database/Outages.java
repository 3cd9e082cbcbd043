package org.branchline.database;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Tells an outage, which passes and nobody is to blame for, from a failure of what was being done. */
public final class Outages {

    /**
     * Postgres, appendix A: connection exceptions, resources, shutdown and restart (57P, not a cancelled statement), system
     * errors, conflicts that the next try resolves, and a server that only reads. A statement or a lock that took too long
     * is none: Postgres answered, and an update that is slow each time must not come back for ever.
     */
    private static final List<String> STATES = List.of("08", "53", "57P", "58", "40", "25006");

    /** Postgres, appendix A: lock_not_available. */
    private static final String BUSY = "55P03";

    private Outages() {}

    /** Whether somebody else held on to what was asked for: nothing is wrong with it. */
    public static boolean busy(Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof PgException refused) {
                return BUSY.equals(refused.getSqlState());
            }
        }
        return false;
    }

    /** Whether Postgres or the way to it was at fault, not what was asked of it. */
    public static boolean outage(Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof PgException refused) {
                String state = refused.getSqlState();
                return state == null || STATES.stream().anyMatch(state::startsWith);
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
