package org.branchline.drill;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.Assertions;

/** The parts of a drill, each with an installation of its own. */
final class Parts {

    /** More processes at once would only wait for each other's start. */
    private static final int AT_ONCE = 4;

    /** With {@code -Ddrill.part=NAME} only one of them is played. */
    private static final String ONLY = System.getProperty("drill.part", "");

    private Parts() {}

    /**
     * One of them.
     *
     * @param name as {@code drill.part} names it
     */
    record Part(String name, Callable<Figures> play) {}

    /**
     * Plays several at the same time, so that none waits for another's silence; the first ones first. Each prints its
     * figures when it is through, whatever becomes of the others; they are written into a file.
     */
    static List<Figures> sideBySide(Path file, List<Part> parts) throws Exception {
        List<Callable<Figures>> played = parts.stream()
                .filter(part -> ONLY.isEmpty() || part.name().equals(ONLY))
                .map(part -> printing(part.play()))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        List<Figures> all = new ArrayList<>();
        try {
            for (Future<Figures> part : threads.invokeAll(played)) {
                all.add(part.get());
            }
        } finally {
            threads.shutdownNow();
        }
        Figures.write(file, all);
        return all;
    }

    static void assertHeld(List<Figures> all) {
        Assertions.assertThat(all).isNotEmpty();
        Assertions.assertThat(all.stream().flatMap(figures -> figures.fallingShort().stream()))
                .isEmpty();
    }

    private static Callable<Figures> printing(Callable<Figures> part) {
        return () -> {
            Figures figures = part.call();
            System.out.println(figures.line());
            return figures;
        };
    }
}
