package org.branchline.telegram.receiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.branchline.database.OrganisationId;
import org.branchline.intake.Receipt;
import org.branchline.intake.door.Door;
import org.branchline.intake.door.DoorWitness;
import org.branchline.roster.Bot;
import org.branchline.telegram.BotApi;
import org.branchline.telegram.BotToken;
import org.branchline.telegram.ButtonTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollingTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final BotToken TOKEN = BotToken.of("123456:CANARY").orElseThrow();
    private static final Bot BOT = new Bot(new OrganisationId(1), 123456);

    private final TinyTelegram telegram = new TinyTelegram(VERTX);
    private final BotApi api = new BotApi(VERTX, telegram.address());
    private final List<Long> taken = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean holds = new AtomicBoolean(true);

    @AfterEach
    void close() {
        api.close();
        telegram.close();
    }

    @AfterAll
    static void closeAll() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void anOffsetIsConfirmedWhenAllIsTaken() {
        // Given
        telegram.says("getUpdates", updates(update(5, 1), update(6, 2), "{\"update_id\":7,\"message\":8}"), "");
        CompletableFuture<Receipt> slow = new CompletableFuture<>();
        Polling polling =
                polling(arrival -> arrival.update() == 5 ? Uni.createFrom().completionStage(slow) : done());
        // When
        polling.start();
        await().until(() -> taken.contains(6L));
        assertThat(telegram.asked("getUpdates")).hasSize(1);
        slow.complete(Receipt.SILENT);
        // Then
        await().until(() -> telegram.asked("getUpdates").size() == 2);
        assertThat(telegram.asked("getUpdates").get(0).containsKey("offset")).isFalse();
        assertThat(telegram.asked("getUpdates").get(1).getInteger("offset")).isEqualTo(8);
        assertThat(telegram.asked("getUpdates").get(1).getJsonArray("allowed_updates"))
                .containsExactlyElementsOf(Registration.KINDS);
        polling.stop().await().indefinitely();
    }

    @Test
    void aFailedUpdateIsAskedForAgainAndHoldsUpItsChatAlone() {
        // Given
        telegram.says("getUpdates", updates(update(5, 1), update(6, 2), update(7, 1)), updates(update(5, 1)), "");
        AtomicInteger tries = new AtomicInteger();
        Polling polling = polling(arrival -> arrival.update() == 5 && tries.getAndIncrement() == 0
                ? Uni.createFrom().failure(new IllegalStateException("away"))
                : done());
        // When
        polling.start();
        await().until(() -> telegram.asked("getUpdates").size() == 3);
        // Then
        assertThat(taken).containsExactly(6L, 5L);
        assertThat(telegram.asked("getUpdates").get(1).getInteger("offset")).isEqualTo(5);
        assertThat(telegram.asked("getUpdates").get(2).getInteger("offset")).isEqualTo(6);
        polling.stop().await().indefinitely();
    }

    @Test
    void nothingIsAskedWithoutTheLease() {
        // Given
        holds.set(false);
        telegram.says("getUpdates", "");
        AtomicInteger looks = new AtomicInteger();
        Polling polling = new Polling(VERTX, api, TOKEN, entry(arrival -> done()), (arrival, receipt) -> {}, () -> {
            looks.incrementAndGet();
            return holds.get();
        });
        // When
        polling.start();
        await().until(() -> looks.get() >= 2);
        assertThat(telegram.asked("getUpdates")).isEmpty();
        holds.set(true);
        // Then
        await().until(() -> telegram.asked("getUpdates").size() == 1);
        polling.stop().await().indefinitely();
    }

    @Test
    void anEmptyAnswerForgetsTheOffset() {
        // Given
        telegram.says("getUpdates", updates(update(900, 1)), updates(), updates(update(3, 1)), "");
        Polling polling = polling(arrival -> done());
        // When
        polling.start();
        await().until(() -> telegram.asked("getUpdates").size() == 4);
        // Then
        assertThat(telegram.asked("getUpdates").get(2).containsKey("offset")).isFalse();
        assertThat(taken).containsExactly(900L, 3L);
        polling.stop().await().indefinitely();
    }

    @Test
    void itGoesOnAfterAnError() {
        // Given
        telegram.says(
                "getUpdates",
                "{\"ok\":false,\"error_code\":409,\"description\":\"Conflict: terminated by other getUpdates request\"}",
                updates(update(5, 1)),
                "");
        Polling polling = polling(arrival -> done());
        // When
        polling.start();
        // Then
        await().until(() -> taken.contains(5L));
        polling.stop().await().indefinitely();
    }

    @Test
    void aTokenNobodyKnowsEndsIt() {
        // Given
        telegram.says("getUpdates", "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
        Polling polling = polling(arrival -> done());
        // When
        polling.start();
        await().until(() -> !telegram.asked("getUpdates").isEmpty());
        polling.stop().await().indefinitely();
        // Then
        assertThat(telegram.asked("getUpdates")).hasSize(1);
    }

    @Test
    void stoppingWaitsForWhatIsUnderWay() {
        // Given
        telegram.says("getUpdates", updates(update(5, 1)), "");
        CompletableFuture<Receipt> slow = new CompletableFuture<>();
        AtomicBoolean begun = new AtomicBoolean();
        Polling polling = polling(arrival -> {
            begun.set(true);
            return Uni.createFrom().completionStage(slow);
        });
        polling.start();
        await().untilTrue(begun);
        // When
        CompletableFuture<Void> stopped = polling.stop().subscribeAsCompletionStage();
        assertThat(stopped).isNotDone();
        slow.complete(Receipt.SILENT);
        // Then
        await().until(stopped::isDone);
        assertThat(taken).containsExactly(5L);
        assertThat(telegram.asked("getUpdates")).hasSize(1);
    }

    private Polling polling(Door door) {
        return new Polling(
                VERTX, api, TOKEN, entry(door), (arrival, receipt) -> taken.add(arrival.update()), holds::get);
    }

    private static Entry entry(Door door) {
        return new Entry(BOT, new UpdateReader(BOT, new ButtonTokens(TOKEN), "b"), door, DoorWitness.NONE);
    }

    private static Uni<Receipt> done() {
        return Uni.createFrom().item(Receipt.SILENT);
    }

    private static String update(long id, long chat) {
        return "{\"update_id\":" + id + ",\"message\":{\"message_id\":1,\"date\":1,\"text\":\"x\",\"chat\":{\"id\":"
                + chat + ",\"type\":\"private\"}}}";
    }

    private static String updates(String... updates) {
        return "{\"ok\":true,\"result\":[" + String.join(",", updates) + "]}";
    }
}
