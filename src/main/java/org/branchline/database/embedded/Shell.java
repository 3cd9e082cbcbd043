package org.branchline.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.branchline.database.StartProblem;

/** Runs the server's programs; as root inside a user namespace, because they refuse root. */
final class Shell {

    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private Shell() {}

    /** What a program said, both streams, and how it ended. */
    record Ended(int code, String said) {

        boolean well() {
            return code == 0;
        }

        /** The last lines, on one line. */
        String why() {
            List<String> lines = said.lines().filter(line -> !line.isBlank()).toList();
            return lines.stream().skip(Math.max(0, lines.size() - 3)).collect(Collectors.joining(" "));
        }
    }

    /** Output goes through a file: a server that lives on would hold a pipe open. */
    static Ended run(Path scratch, int seconds, List<String> command) {
        List<String> words = new ArrayList<>();
        if (ROOT) {
            words.addAll(List.of("unshare", "-U"));
        }
        words.addAll(command);
        Path output = scratch.resolve("program.log");
        try {
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Ended(-1, command.get(0) + " did not end within " + seconds + " s");
            }
            String said = Files.readString(output, StandardCharsets.UTF_8);
            if (ROOT && said.contains("unshare failed")) {
                throw new StartProblem("Embedded Postgres does not run as root here: start the service as another user,"
                        + " or give a server with DATABASE_URL and a DATA_KEY.");
            }
            return new Ended(process.exitValue(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartProblem("Interrupted while waiting for " + command.get(0) + ".");
        }
    }
}
