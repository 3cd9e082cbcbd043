package org.branchline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.branchline.start.RunningJar;

/** The packaged service as a process of its own, seen from outside. */
final class ServiceProcess implements AutoCloseable {

    static final String BOT = "7700000001";
    static final String SECRET = "bench-secret";

    private static final Path APPLICATION = Path.of("target/quarkus-app");
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Process process;
    private final int port;
    private final double readySeconds;

    private ServiceProcess(Process process, int port, double readySeconds) {
        this.process = process;
        this.port = port;
        this.readySeconds = readySeconds;
    }

    /** Starts it and waits until it says it is ready. */
    static ServiceProcess start(Path folder, boolean shippedOptions, Map<String, String> settings) {
        try {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            if (shippedOptions) {
                command.add("@service.options");
            }
            String extra = System.getProperty("bench.java", "");
            if (!extra.isEmpty()) {
                command.addAll(List.of(extra.split(" ")));
            }
            command.addAll(List.of("-jar", "quarkus-run.jar"));
            // The archive of classes counts only for a jar named as it was when the archive was made.
            ProcessBuilder builder = new ProcessBuilder(command).directory(APPLICATION.toFile());
            builder.environment().put("DATA_DIR", folder.resolve("data").toString());
            int port = RunningJar.freePort();
            builder.environment().put("HTTP_PORT", Integer.toString(port));
            builder.environment().put("TELEGRAM_BOT_TOKEN", BOT + ":bench-token");
            builder.environment().put("TELEGRAM_UPDATES", "webhook");
            builder.environment().put("TELEGRAM_WEBHOOK_SECRET", SECRET);
            builder.environment().put("PUBLIC_URL", "http://127.0.0.1:" + port);
            builder.environment().putAll(settings);
            Path log = folder.resolve("service.log");
            builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            long from = System.nanoTime();
            Process process = builder.start();
            awaitReady(process, port, log);
            double readySeconds = (System.nanoTime() - from) / 1e9;
            return new ServiceProcess(process, port, readySeconds);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    double readySeconds() {
        return readySeconds;
    }

    /** CPU time used so far. */
    double cpuMillis() {
        return Proc.cpuMillis(process.pid());
    }

    /** The most memory it ever held. */
    double peakMegabytes() {
        return Proc.peakMegabytes(process.pid());
    }

    /** The heap in use after a collection. */
    double heapMegabytes() {
        return Proc.heapMegabytes(process.pid());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitReady(Process process, int port, Path log) throws IOException {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long until = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        while (System.nanoTime() < until) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The service did not start:\n" + Files.readString(log));
            }
            try {
                if (client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // Nobody listens yet.
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        throw new IllegalStateException("The service is not ready:\n" + Files.readString(log));
    }
}
