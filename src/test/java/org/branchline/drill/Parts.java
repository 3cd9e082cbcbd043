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

    /**
     * Plays several at the same time, so that none waits for another's silence; the first ones first. Each prints its
     * figures when it is through, whatever becomes of the others.
     */
    static List<Figures> sideBySide(List<Callable<Figures>> parts) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, parts.size()));
        try {
            List<Figures> all = new ArrayList<>();
            List<Callable<Figures>> printing =
                    parts.stream().map(Parts::printing).toList();
            for (Future<Figures> part : threads.invokeAll(printing)) {
                all.add(part.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<Figures> printing(Callable<Figures> part) {
        return () -> {
            Figures figures = part.call();
            System.out.println(figures.line());
            return figures;
        };
    }
}
