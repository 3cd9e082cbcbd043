package org.branchline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Linux knows about processes. */
public final class Proc {

    /** Linux counts CPU time in hundredths of a second, whatever the kernel's own tick is. */
    private static final double MILLIS_A_TICK = 10;

    private static final Pattern HEAP = Pattern.compile("used (\\d+)K");

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
        return megabytes(pid, "VmHWM:");
    }

    /** The memory a process holds now. */
    public static double residentMegabytes(long pid) {
        return megabytes(pid, "VmRSS:");
    }

    /** The heap of a JVM in use after a collection. */
    public static double heapMegabytes(long pid) {
        jcmd(pid, "GC.run");
        jcmd(pid, "GC.run");
        Matcher used = HEAP.matcher(jcmd(pid, "GC.heap_info"));
        double kilobytes = 0;
        while (used.find()) {
            // The last number is the metaspace's, the one before it the class space's.
            kilobytes += Double.parseDouble(used.group(1));
        }
        return kilobytes / 1024;
    }

    private static String jcmd(long pid, String what) {
        try {
            Process asked = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(pid),
                            what)
                    .start();
            String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int meta = said.indexOf("Metaspace");
            return meta < 0 ? said : said.substring(0, meta);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double megabytes(long pid, String entry) {
        return lines(Path.of("/proc", Long.toString(pid), "status")).stream()
                        .filter(line -> line.startsWith(entry))
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
