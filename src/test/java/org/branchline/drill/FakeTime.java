package org.branchline.drill;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A process whose wall clock is off, by Debian's {@code libfaketime}. It moves the monotonic clock by as much, at the start and
 * once for all, which nobody can see; told to leave that alone it breaks {@code pthread_cond_timedwait}, by which a JVM waits.
 */
final class FakeTime {

    private static final Path LIBRARIES = Path.of("/usr/lib");
    private static final String MISSING =
            "The drill replicas moves the clock of a process with libfaketime, which is not there: apt-get install"
                    + " faketime";

    private FakeTime() {}

    /**
     * The environment of such a process.
     *
     * @param minutes by how many its clock is ahead, negative for behind
     * @throws IllegalStateException where the library is not installed
     */
    static Map<String, String> off(int minutes) {
        return Map.of("LD_PRELOAD", library().toString(), "FAKETIME", (minutes < 0 ? "" : "+") + minutes + "m");
    }

    private static Path library() {
        try (DirectoryStream<Path> architectures = Files.newDirectoryStream(LIBRARIES, "*-linux-gnu*")) {
            for (Path architecture : architectures) {
                Path library = architecture.resolve("faketime/libfaketimeMT.so.1");
                if (Files.exists(library)) {
                    return library;
                }
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException(MISSING, unreadable);
        }
        throw new IllegalStateException(MISSING);
    }
}
