package org.branchline.database.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.branchline.database.StartProblem;

/** The running server of a folder: adopted when a killed service left it behind, else started. */
final class Postmaster {

    private static final long LOG_LIMIT = 5_000_000;

    private final Cluster cluster;
    private final Programs programs;

    Postmaster(Cluster cluster, Programs programs) {
        this.cluster = cluster;
        this.programs = programs;
    }

    /**
     * The port of the running server.
     *
     * @param answers whether the server on a port is this folder's, and current
     */
    int adoptOrStart(boolean durable, IntPredicate answers) throws IOException {
        Optional<Left> left = Left.in(cluster.folder());
        if (left.isPresent()) {
            if (left.get().isServerOf(cluster.folder())) {
                if (answers.test(left.get().port())) {
                    return left.get().port();
                }
                stop();
            }
            // Otherwise the number belongs to some other process by now, as it does in a new container.
            Files.deleteIfExists(Left.file(cluster.folder()));
        }
        int port = left.map(Left::port).filter(last -> last > 0 && isFree(last)).orElseGet(Postmaster::freePort);
        for (int tries = 1; ; tries++) {
            cluster.writeSettings(port, durable);
            Shell.Ended ended = pgCtl("start", "--log=" + log(), "--timeout=60");
            if (ended.well()) {
                return port;
            }
            if (tries == 3 || isFree(port)) {
                throw new StartProblem("The embedded Postgres did not start, its log is " + log() + ": " + ended.why());
            }
            port = freePort();
        }
    }

    /** Ends the server: what is committed is on disk, open connections are cut. */
    void stop() {
        if (!pgCtl("stop", "--mode=fast", "--timeout=20").well()) {
            pgCtl("stop", "--mode=immediate", "--timeout=10");
        }
    }

    static Optional<Integer> portIn(Path folder) throws IOException {
        return Left.in(folder).map(Left::port);
    }

    private Shell.Ended pgCtl(String verb, String... options) {
        List<String> command =
                new ArrayList<>(List.of(programs.program("pg_ctl"), verb, "--silent", "--pgdata=" + cluster.folder()));
        command.addAll(List.of(options));
        return Shell.run(cluster.folder().resolveSibling("."), 90, command);
    }

    private Path log() throws IOException {
        Path log = cluster.folder().resolveSibling("postgres.log");
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.delete(log);
        }
        return log;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartProblem("No free port on 127.0.0.1 for the embedded Postgres.");
        }
    }

    /** What {@code postmaster.pid} says; it stays behind when the server is killed. */
    private record Left(long pid, int port) {

        static Path file(Path folder) {
            return folder.resolve("postmaster.pid");
        }

        static Optional<Left> in(Path folder) throws IOException {
            if (!Files.exists(file(folder))) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file(folder));
            try {
                return Optional.of(new Left(
                        Long.parseLong(lines.get(0).strip()),
                        Integer.parseInt(lines.get(3).strip())));
            } catch (IndexOutOfBoundsException | NumberFormatException e) {
                return Optional.of(new Left(0, 0));
            }
        }

        /** Whether the process is alive and, as far as the system tells, the server of this folder. */
        boolean isServerOf(Path folder) {
            Optional<ProcessHandle> process =
                    pid > 0 ? ProcessHandle.of(pid).filter(ProcessHandle::isAlive) : Optional.empty();
            return process.map(ProcessHandle::info)
                    .filter(info -> info.command()
                            .map(name -> name.endsWith("postgres"))
                            .orElse(true))
                    .filter(info -> info.arguments()
                            .map(words -> List.of(words).contains(folder.toString()))
                            .orElse(true))
                    .isPresent();
        }
    }
}
