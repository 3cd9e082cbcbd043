package org.branchline.start.doctor;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.branchline.telegram.BotApi;
import org.branchline.telegram.BotToken;
import org.branchline.telegram.TelegramConfig;
import org.branchline.telegram.asking.Asking;
import org.branchline.telegram.asking.Identity;
import org.branchline.telegram.asking.Registered;

/** The Bot API for somebody who asks and waits, without the service around it. */
final class Telephone implements AutoCloseable {

    private final Vertx vertx = quiet();
    private final TelegramConfig config;
    private final InstantSource machine;
    private final BotApi api;
    private final Asking asking;

    Telephone(TelegramConfig config, InstantSource machine) {
        this.config = config;
        this.machine = machine;
        this.api = new BotApi(vertx, config.api());
        this.asking = new Asking(api);
    }

    TelegramConfig config() {
        return config;
    }

    Instant now() {
        return machine.instant();
    }

    // Each question ends within its own patience, whatever happens.

    Identity whoIs(BotToken token) {
        return asking.whoIs(token).await().indefinitely();
    }

    Optional<Registered> registered(BotToken token) {
        return asking.registered(token).await().indefinitely();
    }

    /** How far this machine is before the Bot API's, to a second or so; empty where that does not say the time. */
    Optional<Duration> ahead() {
        return api.time().await().indefinitely().map(there -> Duration.between(there, machine.instant()));
    }

    @Override
    public void close() {
        api.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Names are looked up as the service does, by the system; nothing is unpacked to the disk. */
    private static Vertx quiet() {
        System.setProperty("vertx.disableDnsResolver", "true");
        return Vertx.vertx(new VertxOptions()
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    }
}
