package org.branchline.intake;

import io.vertx.pgclient.PgException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a log may say of a failure: classes, places in the code, SQLSTATEs; never a message, which may quote a person. */
public final class Causes {

    private Causes() {}

    /** One line: the classes of the chain, outermost first. */
    public static String names(Throwable failure) {
        return chain(failure).stream().map(Causes::name).collect(Collectors.joining(" < "));
    }

    /** As a stack trace is printed, without the messages. */
    public static Trace trace(Throwable failure) {
        StringBuilder trace = new StringBuilder();
        for (Throwable at : chain(failure)) {
            trace.append(trace.isEmpty() ? "" : "\nCaused by: ").append(name(at));
            for (StackTraceElement frame : at.getStackTrace()) {
                trace.append("\n\tat ").append(frame);
            }
        }
        return new Trace(names(failure), trace.toString());
    }

    /**
     * A stack trace without messages, which is printed whole where nobody tells its lines from others.
     *
     * @param names one line, as {@link Causes#names}
     * @param lines as a stack trace is printed
     */
    public record Trace(String names, String lines) {

        @Override
        public String toString() {
            return lines;
        }
    }

    private static String name(Throwable at) {
        return at instanceof PgException refused
                ? at.getClass().getName() + " SQLSTATE " + refused.getSqlState()
                : at.getClass().getName();
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable at = failure; at != null && seen.add(at); at = at.getCause()) {
            chain.add(at);
        }
        return chain;
    }
}
