package org.branchline.shipping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The JVM's options that lie beside the jar. */
final class ServiceOptions {

    private static final Path FILE = Path.of("src", "main", "jvm", "service.options");

    private ServiceOptions() {}

    /** Those that count wherever it runs; the archive of classes is of the machine that packaged it. */
    static List<String> withoutArchive() throws IOException {
        return Files.readAllLines(FILE).stream()
                .filter(option -> !option.startsWith("-XX:SharedArchiveFile="))
                .toList();
    }
}
