package org.branchline.telegram;

import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import org.branchline.database.Settings;

/** Wires the room's plain classes. */
@Singleton
class TelegramBeans {

    private final Function<String, Optional<String>> settings = Settings.ofProcess()::text;

    @Produces
    @Singleton
    TelegramConfig config() {
        return TelegramConfig.of(settings);
    }

    @Produces
    @Singleton
    Bots bots() {
        return new Bots(settings);
    }

    @Produces
    @Singleton
    BotApi api(Vertx vertx, TelegramConfig config) {
        return new BotApi(vertx, config.api());
    }

    void close(@Disposes BotApi api) {
        api.close();
    }
}
