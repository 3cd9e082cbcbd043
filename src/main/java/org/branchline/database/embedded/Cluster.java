package org.branchline.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.branchline.database.StartProblem;

/** The server's folder: made once and moved into place whole, its settings written anew at every start. */
final class Cluster {

    private static final String OWN_SETTINGS = "branchline.conf";

    private final Path folder;
    private final Programs programs;

    Cluster(Path folder, Programs programs) {
        this.folder = folder;
        this.programs = programs;
    }

    Path folder() {
        return folder;
    }

    /** Makes it unless it is there. */
    void make(String superuserPassword) throws IOException {
        if (Files.exists(folder)) {
            checkVersion(folder);
            return;
        }
        Path unfinished = folder.resolveSibling("postgres.unfinished");
        delete(unfinished);
        Path passwordFile = folder.resolveSibling("initdb.password");
        PrivateFile.write(passwordFile, superuserPassword);
        try {
            Shell.Ended ended = Shell.run(
                    folder.resolveSibling("."),
                    120,
                    List.of(
                            programs.program("initdb"),
                            "--pgdata=" + unfinished,
                            "--username=" + Role.SUPERUSER.roleName(),
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8"));
            if (!ended.well()) {
                throw new StartProblem("The embedded database could not be made in " + folder + ": " + ended.why());
            }
        } finally {
            Files.delete(passwordFile);
        }
        Files.writeString(
                unfinished.resolve("postgresql.conf"),
                "\ninclude = '" + OWN_SETTINGS + "'\n",
                StandardOpenOption.APPEND);
        Files.writeString(unfinished.resolve(OWN_SETTINGS), "");
        Files.writeString(unfinished.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The settings are in a file, not on the command line, so that {@code pg_ctl start} by hand gives the same server. */
    void writeSettings(int port, boolean durable) throws IOException {
        String onOff = durable ? "on" : "off";
        Files.writeString(folder.resolve(OWN_SETTINGS), """
                # Written by the service at every start: changes here are lost.
                port = %d
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                max_connections = 60
                shared_buffers = 64MB
                fsync = %s
                synchronous_commit = %s
                full_page_writes = %s
                wal_compression = on
                max_wal_size = 512MB
                # A plan made while a table was empty takes any index; the first statistics correct it.
                autovacuum_naptime = 5s
                timezone = 'UTC'
                log_timezone = 'UTC'
                # A statement or a key may hold what a person said.
                log_min_error_statement = panic
                log_error_verbosity = terse
                log_min_messages = warning
                """.formatted(port, onOff, onOff, onOff));
    }

    /** @throws StartProblem where the folder is no cluster of the Postgres we carry */
    static void checkVersion(Path folder) throws IOException {
        Path versionFile = folder.resolve("PG_VERSION");
        if (!Files.exists(versionFile)) {
            throw new StartProblem(
                    folder + " holds no Postgres database: move it away, or set DATA_DIR to another folder.");
        }
        String version = Files.readString(versionFile).strip();
        if (!version.equals(Programs.MAJOR)) {
            throw new StartProblem(
                    folder + " was made by Postgres " + version + ", this service carries " + Programs.MAJOR
                            + ": start the release that made it, take a backup, and restore it with this one.");
        }
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
