package org.branchline.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Postgres's programs, unpacked once for all tests: it takes two seconds of a core. */
public final class SuitePrograms {

    public static final Path FOLDER = Path.of("target", "programs").toAbsolutePath();

    private SuitePrograms() {}

    /** Lends them to a service that is to start on a new data folder. */
    public static void lend(Path data) throws IOException {
        Programs.in(FOLDER);
        Files.createDirectories(data);
        Files.createSymbolicLink(data.resolve("programs"), FOLDER);
    }
}
