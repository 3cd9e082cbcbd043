package org.branchline.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The bundled workspace, written elsewhere with other words. */
final class BundledWorkspace {

    private static final Path BUNDLED = Path.of("src/main/resources/workspaces/labour-international");

    private BundledWorkspace() {}

    /** Writes all of its files, each changed. */
    static void copy(Path to, UnaryOperator<String> change) {
        try (Stream<Path> walk = Files.walk(BUNDLED)) {
            List<Path> files = walk.filter(Files::isRegularFile).toList();
            for (Path file : files) {
                Path target = to.resolve(BUNDLED.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.writeString(target, change.apply(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
