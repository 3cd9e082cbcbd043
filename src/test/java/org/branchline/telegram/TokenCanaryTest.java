package org.branchline.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.branchline.telegram.FaultyServer.Manner;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;

/** The token stands in every address; here every way to fail is tried, and nothing said about it may hold the token. */
class TokenCanaryTest {

    private static final String CANARY = "AAEcanaryCanary";
    private static final BotToken TOKEN = BotToken.of("123456:" + CANARY).orElseThrow();

    private static final List<Logger> LOGGERS = Stream.of(
                    "io.vertx", "io.netty", "io.smallrye", "org.branchline", "jdk.event")
            .map(Logger::getLogger)
            .toList();

    private final List<String> said = Collections.synchronizedList(new ArrayList<>());

    @Test
    void noLogLineAndNoCauseHoldsTheToken() {
        // Given
        Handler listener = new Listener();
        LOGGERS.forEach(logger -> listen(logger, listener));
        Vertx vertx = Vertx.vertx();
        // When
        try {
            failEveryWay(vertx);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
            LOGGERS.forEach(logger -> leave(logger, listener));
        }
        // Then
        assertThat(said).hasSizeGreaterThan(7).noneMatch(line -> line.contains(CANARY));
    }

    private static void listen(Logger logger, Handler listener) {
        logger.addHandler(listener);
        logger.setUseParentHandlers(false);
        logger.setLevel(Level.ALL);
    }

    private static void leave(Logger logger, Handler listener) {
        logger.removeHandler(listener);
        logger.setUseParentHandlers(true);
        logger.setLevel(null);
    }

    private void failEveryWay(Vertx vertx) {
        for (String body : List.of("<html>" + CANARY + "</html>", "{\"ok\":", "{\"ok\":false,\"description\":\"x\"}")) {
            try (FaultyServer server = FaultyServer.answering(vertx, 502, body)) {
                call(vertx, server.address());
            }
        }
        for (Manner manner : List.of(Manner.CUT, Manner.SILENT)) {
            try (FaultyServer server = FaultyServer.that(vertx, manner)) {
                call(vertx, server.address());
            }
        }
        FaultyServer gone = FaultyServer.that(vertx, Manner.CUT);
        URI address = gone.address();
        gone.close();
        call(vertx, address);
        call(vertx, URI.create("http://bot-api.invalid"));
        try (FaultyServer plain = FaultyServer.answering(vertx, 200, "")) {
            call(vertx, URI.create("https://127.0.0.1:" + plain.address().getPort()));
        }
        said.add(TOKEN.toString());
        said.add(new Bots(name -> Optional.empty()).add(TOKEN).toString());
    }

    private void call(Vertx vertx, URI address) {
        try (BotApi api = new BotApi(vertx, address)) {
            Reply reply = api.call(TOKEN, new SendMessage("1", "x"), Duration.ofMillis(500))
                    .await()
                    .indefinitely();
            said.add(reply.toString());
            said.add(reply.summary());
        }
    }

    private final class Listener extends Handler {

        @Override
        public void publish(LogRecord line) {
            said.add(line.getMessage() + " " + Arrays.toString(line.getParameters()));
            for (Throwable cause = line.getThrown(); cause != null; cause = cause.getCause()) {
                said.add(cause.toString());
            }
        }

        @Override
        public void flush() {
            // Everything is kept at once.
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
