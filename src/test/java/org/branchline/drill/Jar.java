package org.branchline.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.branchline.start.RunningJar;

/** A process of the packaged jar; what it prints goes to a file. */
final class Jar {

    private static final Duration LOOK = Duration.ofMillis(50);

    private static final String HELD = "lease held";
    private static final Pattern FENCE = Pattern.compile(" fence=(\\d+) ");

    private final Process process;
    private final Path log;
    private final long from;

    private Jar(Process process, Path log, long from) {
        this.process = process;
        this.log = log;
        this.from = from;
    }

    /** Starts it; nothing of our own environment's settings reaches it but what is given. */
    static Jar start(Path log, Map<String, String> environment, String... arguments) {
        ProcessBuilder builder =
                RunningJar.program(arguments).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.resolveSibling("."));
            long from = Files.exists(log) ? Files.size(log) : 0;
            return new Jar(builder.start(), log, from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until this process has printed some words; gives back the line that holds them. */
    String awaitLine(String words, Duration patience) {
        return Awaitility.await(words)
                .atMost(patience)
                .pollInterval(LOOK)
                .until(() -> line(words), line -> !line.isEmpty());
    }

    /** What this process has printed so far that holds some words. */
    java.util.stream.Stream<String> lines(String words) {
        try {
            byte[] all = Files.readAllBytes(log);
            return new String(all, (int) from, (int) (all.length - from), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(words));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line(String words) throws IOException {
        // Asked first: what it says last is in the file once it is over.
        boolean over = !process.isAlive();
        byte[] all = Files.readAllBytes(log);
        String printed =
                new String(all, (int) from, (int) (all.length - from), java.nio.charset.StandardCharsets.UTF_8);
        String found =
                printed.lines().filter(line -> line.contains(words)).findFirst().orElse("");
        if (found.isEmpty() && over) {
            throw new IllegalStateException("the process ended with " + process.exitValue() + ": " + printed);
        }
        return found;
    }

    /** The last fence under which this process held its bot's lease, 0 for none. */
    long fence() {
        return lines(HELD)
                .flatMap(line -> FENCE.matcher(line).results())
                .mapToLong(fence -> Long.parseLong(fence.group(1)))
                .max()
                .orElse(0);
    }

    long pid() {
        return process.pid();
    }

    /** {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Sends a signal, by its name. */
    void signal(String signal) {
        Programs.run(List.of("kill", "-" + signal, Long.toString(process.pid())), log.resolveSibling("signal.log"));
    }

    /** SIGTERM. */
    void stop() {
        process.destroy();
        process.onExit().join();
    }
}
