package org.branchline.drill;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.branchline.bench.Proc;

/** The memory of processes in the course of time, in megabytes. */
final class MemoryLines {

    /** A forced collection takes garbage away that would otherwise show: only now and then. */
    private static final int SAMPLES_A_COLLECTION = 5;

    private final List<Double> resident = new ArrayList<>();
    private final List<Double> heap = new ArrayList<>();
    private final List<Double> sandbox = new ArrayList<>();
    private final TreeMap<Long, Double> byAge = new TreeMap<>();
    private final Installation installation;
    private final Replicas others;

    /**
     * @param installation whose own process is never killed
     * @param others those that are
     */
    MemoryLines(Installation installation, Replicas others) {
        this.installation = installation;
        this.others = others;
    }

    synchronized void sample() {
        long own = installation.service().pid();
        resident.add(Proc.residentMegabytes(own));
        sandbox.add(Proc.residentMegabytes(installation.sandbox().pid()));
        for (Replica replica : others.all()) {
            sample(replica.pid());
        }
        if (resident.size() % SAMPLES_A_COLLECTION == 1) {
            heap.add(Proc.heapMegabytes(own));
        }
    }

    private void sample(long pid) {
        try {
            byAge.merge(minutes(pid), Proc.residentMegabytes(pid), Math::max);
        } catch (UncheckedIOException killed) {
            // The next one has another number.
        }
    }

    private static long minutes(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().startInstant())
                .map(start -> Duration.between(start, Instant.now()).toMinutes())
                .orElse(0L);
    }

    synchronized void into(Figures figures) {
        figures.course("memory_mb_by_minute", resident)
                .course("heap_mb_after_collection", heap)
                .course("memory_mb_of_the_killed_by_age", List.copyOf(byAge.values()))
                .course("sandbox_mb_by_minute", sandbox);
    }

    /**
     * The line is flat: its last third holds no more than a tenth above its middle third, so does the heap's, and in the
     * last two thirds it rises by no more than half a megabyte from one sample to the next.
     */
    synchronized void flat(Figures figures) {
        figures.atMost("memory_last_third_to_middle", lastToMiddle(resident), 1.1)
                .atMost("heap_last_third_to_middle", lastToMiddle(heap), 1.1)
                .atMost("memory_mb_a_minute", slope(resident.subList(resident.size() / 3, resident.size())), 0.5);
    }

    /** The most in the last third, by the most in the third before. */
    static double lastToMiddle(List<Double> line) {
        int third = line.size() / 3;
        int last = line.size() - third;
        return Collections.max(line.subList(last, line.size())) / Collections.max(line.subList(last - third, last));
    }

    /** By how much a line rises from one sample to the next, by least squares. */
    static double slope(List<Double> line) {
        double middle = (line.size() - 1) / 2.0;
        double mean = line.stream().mapToDouble(value -> value).average().orElse(0);
        double both = 0;
        double squares = 0;
        for (int i = 0; i < line.size(); i++) {
            both += (i - middle) * (line.get(i) - mean);
            squares += (i - middle) * (i - middle);
        }
        return squares == 0 ? 0 : both / squares;
    }
}
