package org.branchline.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.branchline.playbooks.reading.FileProblem;
import org.branchline.playbooks.reading.FileReport;
import org.branchline.playbooks.reading.Place;
import org.branchline.playbooks.reading.Yaml;

/** Finds the organisations below a folder of the disk and takes their files into memory. */
final class Folders {

    /** {@code dialogues/PLAYBOOK/NAME.yaml} lies deepest. */
    private static final int DEPTH = 3;

    private static final int MOST_FILES = 2_000;

    private final List<FileProblem> problems = new ArrayList<>();
    private final List<FileSet> found = new ArrayList<>();

    private Folders() {}

    /** One organisation when the folder itself holds {@code organisation.yaml}, else one for each subfolder that does. */
    static Folders at(Path folder) {
        Folders folders = new Folders();
        folders.look(folder);
        return folders;
    }

    List<FileProblem> problems() {
        return List.copyOf(problems);
    }

    List<FileSet> found() {
        return List.copyOf(found);
    }

    private void look(Path folder) {
        if (!Files.isDirectory(folder)) {
            wrong(
                    folder,
                    Files.exists(folder) ? "this is a file, not a folder" : "there is no such folder",
                    "give the folder that holds organisation.yaml");
            return;
        }
        if (Files.exists(folder.resolve(FileSet.ORGANISATION))) {
            take(folder, "");
            return;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            inside.filter(sub -> Files.exists(sub.resolve(FileSet.ORGANISATION)))
                    .sorted()
                    .forEach(sub -> take(sub, sub.getFileName() + "/"));
        } catch (IOException e) {
            wrong(folder, "the folder cannot be read: " + reason(e), "check who may read it");
            return;
        }
        if (found.isEmpty() && problems.isEmpty()) {
            wrong(
                    folder.resolve(FileSet.ORGANISATION),
                    "the file is missing",
                    "write it, or give the folder that holds it");
        }
    }

    private void take(Path folder, String root) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder, DEPTH)) {
            for (Path file :
                    all.filter(file -> isText(folder, file)).limit(MOST_FILES).toList()) {
                read(file)
                        .ifPresent(content ->
                                files.put(folder.relativize(file).toString().replace('\\', '/'), content));
            }
        } catch (IOException | UncheckedIOException e) {
            wrong(folder, "the folder cannot be read: " + reason(e), "check who may read it");
        }
        found.add(new FileSet(root, files));
    }

    private static boolean isText(Path folder, Path file) {
        String name = String.valueOf(file.getFileName());
        return (name.endsWith(".yaml") || name.endsWith(".yml"))
                && !isHidden(folder.relativize(file))
                && Files.isRegularFile(file);
    }

    /** Itself, or a folder it lies in: Kubernetes mounts a ConfigMap as links into a hidden folder beside them. */
    private static boolean isHidden(Path below) {
        for (Path name : below) {
            if (name.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private Optional<byte[]> read(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            // One byte more than is allowed, so that the reader sees that it is too long.
            return Optional.of(stream.readNBytes(Yaml.MAX_BYTES + 1));
        } catch (IOException e) {
            wrong(file, "the file cannot be read: " + reason(e), "check who may read it");
            return Optional.empty();
        }
    }

    private void wrong(Path at, String wrong, String right) {
        FileReport report = new FileReport(at.toString());
        report.error(Place.START, wrong, right);
        problems.addAll(report.problems());
    }

    private static String reason(Exception e) {
        return e instanceof AccessDeniedException ? "access is denied" : String.valueOf(e.getMessage());
    }
}
