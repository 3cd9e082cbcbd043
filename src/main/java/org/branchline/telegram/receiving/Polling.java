package org.branchline.telegram.receiving;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.branchline.intake.Arrival;
import org.branchline.intake.Receipt;
import org.branchline.telegram.Backoff;
import org.branchline.telegram.BotApi;
import org.branchline.telegram.BotToken;
import org.branchline.telegram.Reply;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;

/**
 * Asks Telegram for one bot's updates while the bot's lease is ours, at most 100 at a time; the next are asked for when all
 * of these are taken to their end. Lives on one event loop.
 */
final class Polling {

    private static final Logger LOG = Logger.getLogger(Polling.class);

    /** Telegram: 1-100. */
    private static final int LIMIT = 100;
    /** Telegram holds a question open for at most 50 s. */
    private static final Duration OPEN = Duration.ofSeconds(50);

    private static final Duration LEASE_CHECK = Duration.ofMillis(250);

    private final Vertx vertx;
    private final Context context;
    private final BotApi api;
    private final BotToken token;
    private final Entry entry;
    private final BiConsumer<Arrival, Receipt> taken;
    private final BooleanSupplier holds;
    private final Backoff backoff = new Backoff();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private @Nullable Cancellable question;
    private boolean working;
    private boolean stopping;
    /** The first update to ask for, 0 for the first that is not confirmed. */
    private long offset;

    Polling(
            Vertx vertx,
            BotApi api,
            BotToken token,
            Entry entry,
            BiConsumer<Arrival, Receipt> taken,
            BooleanSupplier holds) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.api = api;
        this.token = token;
        this.entry = entry;
        this.taken = taken;
        this.holds = holds;
    }

    void start() {
        onContext(this::look);
    }

    /** Asks no more; done when the updates under way are taken to their end. */
    Uni<Void> stop() {
        onContext(() -> {
            stopping = true;
            if (question != null) {
                question.cancel();
                question = null;
            }
            if (!working) {
                ended.complete(null);
            }
        });
        return Uni.createFrom().completionStage(ended);
    }

    private void look() {
        if (stopping) {
            ended.complete(null);
        } else if (holds.getAsBoolean()) {
            ask();
        } else {
            // Whoever holds the bot confirms what it takes.
            offset = 0;
            later(LEASE_CHECK);
        }
    }

    private void ask() {
        GetUpdates asking = GetUpdates.builder()
                .offset(offset == 0 ? null : Math.toIntExact(offset))
                .limit(LIMIT)
                .timeout((int) OPEN.toSeconds())
                .allowedUpdates(Registration.KINDS)
                .build();
        question = api.list(token, asking, OPEN.plus(BotApi.PATIENCE))
                .subscribe()
                .with(reply -> onContext(() -> came(reply)));
    }

    private void came(Reply reply) {
        question = null;
        if (stopping) {
            ended.complete(null);
        } else if (reply instanceof Reply.Items updates) {
            if (backoff.failing()) {
                LOG.infof("bot=%d receives updates again", token.bot());
            }
            backoff.succeeded();
            take(updates.items());
        } else {
            PollingTrouble trouble = PollingTrouble.of(token.bot(), reply);
            trouble.tell(!backoff.failing());
            if (trouble.end()) {
                ended.complete(null);
            } else {
                later(trouble.pause(backoff));
            }
        }
    }

    private void take(List<byte[]> updates) {
        if (updates.isEmpty()) {
            // All before is confirmed by now; Telegram may begin lower again after a quiet week.
            offset = 0;
            look();
            return;
        }
        working = true;
        new Batch(entry, updates, taken).take().subscribe().with(progress -> onContext(() -> taken(progress)));
    }

    private void taken(Batch.Progress progress) {
        working = false;
        boolean stuck = progress.offset() == 0 || (!progress.whole() && progress.offset() == offset);
        offset = Math.min(progress.offset(), Integer.MAX_VALUE);
        if (stopping || (progress.whole() && !stuck)) {
            look();
        } else {
            later(backoff.next());
        }
    }

    private void later(Duration pause) {
        vertx.setTimer(pause.toMillis(), fired -> onContext(this::look));
    }

    private void onContext(Runnable step) {
        context.runOnContext(nothing -> step.run());
    }
}
