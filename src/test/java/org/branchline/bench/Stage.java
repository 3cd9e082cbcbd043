package org.branchline.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.branchline.database.embedded.EmbeddedPostgres;
import org.branchline.database.embedded.Role;

/** A folder with the service's data, and the Bot API end. Services come and go on it, one at a time. */
final class Stage implements AutoCloseable {

    /** Telegram's default. */
    static final int CONNECTIONS = 40;

    final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    final BotApiEnd botApi = new BotApiEnd(vertx);
    private final Path folder;

    Stage() {
        try {
            folder = Files.createTempDirectory("branchline-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without pacing, unless the settings say otherwise. */
    ServiceProcess service(Map<String, String> settings) {
        return service(true, settings);
    }

    ServiceProcess service(boolean shippedOptions, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("SEND_RATE", "0", "CHAT_RATE", "0"));
        all.put("TELEGRAM_API_URL", botApi.url());
        all.putAll(settings);
        return ServiceProcess.start(folder, shippedOptions, all);
    }

    Crowd crowd(ServiceProcess service, int connections) {
        return new Crowd(
                vertx, botApi, service.port(), "/telegram/" + ServiceProcess.BOT, ServiceProcess.SECRET, connections);
    }

    /** The ceiling, on the server that the running service holds. */
    Ceiling ceiling() {
        return new Ceiling(vertx, EmbeddedPostgres.running(data()).address(Role.OWNER));
    }

    double postgresCpuMillis() {
        return Proc.cpuMillisWithChildren(Proc.postmaster(data()));
    }

    Path data() {
        return folder.resolve("data");
    }

    @Override
    public void close() {
        Await.now(vertx.close());
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
