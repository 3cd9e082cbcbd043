package org.branchline.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The parts of a drill, each with an installation of its own. */
final class Parts {

    /** More processes at once would only wait for each other's start. */
    private static final int AT_ONCE = 6;

    private Parts() {}

    /** Plays several at the same time, so that none waits for another's silence; the first ones first. */
    static List<Figures> sideBySide(List<Callable<Figures>> parts) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, parts.size()));
        try {
            List<Figures> all = new ArrayList<>();
            for (Future<Figures> part : threads.invokeAll(parts)) {
                all.add(part.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }
}
