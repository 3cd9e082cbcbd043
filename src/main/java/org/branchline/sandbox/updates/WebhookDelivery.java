package org.branchline.sandbox.updates;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Posts a bot's pending updates to its webhook: one at a time per queue, at most {@code max_connections} at once, a
 * failing update holding up its own queue only.
 */
public final class WebhookDelivery {

    private final Pending pending;
    private final Courier courier;
    private final RetrySchedule retries;
    private final Ticker ticker;
    private final Observer observer;
    private final BooleanSupplier paused;
    private final Deque<Long> ready = new ArrayDeque<>();
    /** Queues that are ready, in flight or waiting for their retry. */
    private final Set<Long> busy = new HashSet<>();

    private @Nullable Webhook webhook;
    private int inFlight;
    private int setting;

    /** What the rest of the sandbox learns from deliveries. */
    public interface Observer {

        void answered(Update update, Delivery delivery);

        /** The update is no longer pending: it was taken, or it expired. */
        void gone(Update update);

        /** Whether a taken update is to be delivered once more. */
        boolean repeats(Update update);
    }

    public WebhookDelivery(
            Pending pending,
            Courier courier,
            RetrySchedule retries,
            Ticker ticker,
            BooleanSupplier paused,
            Observer observer) {
        this.pending = pending;
        this.courier = courier;
        this.retries = retries;
        this.ticker = ticker;
        this.paused = paused;
        this.observer = observer;
    }

    public @Nullable Webhook webhook() {
        return webhook;
    }

    /** Begins, changes or (with null) ends the deliveries; what waits is offered to the new address at once. */
    public void set(@Nullable Webhook next) {
        webhook = next;
        setting++;
        ready.clear();
        busy.clear();
        inFlight = 0;
        if (next != null) {
            pending.queues().forEach(this::offer);
            pump();
        }
    }

    /** Tells that a queue has something new. */
    public void arrived(long queue) {
        if (webhook != null) {
            offer(queue);
            pump();
        }
    }

    /** Sends as much as connections allow; to be called after a pause ends. */
    public void pump() {
        while (webhook != null && inFlight < webhook.maxConnections() && !ready.isEmpty() && !paused.getAsBoolean()) {
            long queue = ready.remove();
            Update update = liveHead(queue);
            if (update == null) {
                busy.remove(queue);
                continue;
            }
            inFlight++;
            int current = setting;
            courier.deliver(webhook, update, delivery -> finished(current, update, delivery));
        }
    }

    private void offer(long queue) {
        if (busy.add(queue)) {
            ready.add(queue);
        }
    }

    private @Nullable Update liveHead(long queue) {
        Update head = pending.head(queue);
        while (head != null && head.expiresAt() <= ticker.millis()) {
            drop(head);
            head = pending.head(queue);
        }
        return head;
    }

    private void drop(Update update) {
        pending.remove(update);
        observer.gone(update);
    }

    private void finished(int during, Update update, Delivery delivery) {
        boolean current = during == setting;
        if (current) {
            inFlight--;
        }
        observer.answered(update, delivery);
        Consumer<Long> retry = delay -> ticker.after(delay, () -> backAgain(during, update.queue()));
        if (delivery instanceof Delivery.Refused refused) {
            long delay = refused.retryAfterSeconds() > 0
                    ? refused.retryAfterSeconds() * 1000L
                    : retries.delayMillis(update.failed());
            if (ticker.millis() + delay > update.expiresAt()) {
                drop(update);
                delay = 0;
            }
            if (current) {
                retry.accept(delay);
            }
        } else {
            drop(update);
            if (!update.repeated() && observer.repeats(update)) {
                pending.addFirst(update.again());
            }
            if (current) {
                backAgain(during, update.queue());
            }
        }
        pump();
    }

    private void backAgain(int during, long queue) {
        if (during != setting) {
            return;
        }
        if (pending.head(queue) == null) {
            busy.remove(queue);
        } else {
            ready.add(queue);
        }
        pump();
    }
}
