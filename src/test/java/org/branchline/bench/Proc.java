package org.branchline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What Linux knows about processes. */
final class Proc {

    /** Linux counts CPU time in hundredths of a second, whatever the kernel's own tick is. */
    private static final double MILLIS_A_TICK = 10;

    private Proc() {}

    /** User and system time of a process, and of those of its children that ended. */
    static double cpuMillis(long pid) {
        String[] fields = stat(pid);
        long ticks = 0;
        for (int i = 11; i <= 14; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return ticks * MILLIS_A_TICK;
    }

    /** The same for a process and all it started. */
    static double cpuMillisWithChildren(long pid) {
        return cpuMillis(pid)
                + ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::descendants)
                        .mapToDouble(child -> {
                            try {
                                return cpuMillis(child.pid());
                            } catch (UncheckedIOException ended) {
                                return 0;
                            }
                        })
                        .sum();
    }

    /** The most memory a process ever held. */
    static double peakMegabytes(long pid) {
        return lines(Path.of("/proc", Long.toString(pid), "status")).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                        .sum()
                / 1024;
    }

    /** The number of the postmaster of a data folder. */
    static long postmaster(Path dataFolder) {
        return Long.parseLong(
                lines(dataFolder.resolve("postgres/postmaster.pid")).get(0).strip());
    }

    // The fields after the name, which may hold spaces and brackets.
    private static String[] stat(long pid) {
        String line = lines(Path.of("/proc", Long.toString(pid), "stat")).get(0);
        return line.substring(line.lastIndexOf(')') + 2).split(" ");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
