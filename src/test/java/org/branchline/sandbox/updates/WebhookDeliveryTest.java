package org.branchline.sandbox.updates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WebhookDeliveryTest {

    private static final Delivery.Accepted OK = new Delivery.Accepted(200, "");
    private static final long DAY = Update.MESSAGE_KEPT_MILLIS;

    private final ManualTicker ticker = new ManualTicker();
    private final long begin = ticker.millis();
    private final Pending pending = new Pending();
    private final List<Sent> sent = new ArrayList<>();
    private final List<Long> gone = new ArrayList<>();
    private boolean paused;
    private boolean repeat;
    private Consumer<Sent> answer = one -> one.done.accept(OK);

    private record Sent(long id, long seconds, Consumer<Delivery> done) {}

    private final WebhookDelivery delivery = new WebhookDelivery(
            pending,
            (webhook, update, done) -> {
                Sent one = new Sent(update.id(), (ticker.millis() - begin) / 1000, done);
                sent.add(one);
                answer.accept(one);
            },
            new RetrySchedule(new SplittableRandom(7)),
            ticker,
            () -> paused,
            new WebhookDelivery.Observer() {
                @Override
                public void answered(Update update, Delivery how) {}

                @Override
                public void gone(Update update) {
                    gone.add(update.id());
                }

                @Override
                public boolean repeats(Update update) {
                    return repeat;
                }
            });

    @Test
    void a_failing_update_is_tried_at_the_seconds_telegram_chooses_and_then_every_one_to_two_minutes() {
        // Given
        answer = one -> one.done.accept(new Delivery.Refused(500, "no", 0));
        delivery.set(hook(40));

        // When
        arrives(1, 10, DAY);
        ticker.forward(600_000);

        // Then
        List<Long> seconds = sent.stream().map(Sent::seconds).toList();
        assertThat(seconds).startsWith(0L, 0L, 2L, 6L, 14L, 30L, 62L, 126L);
        for (int i = 8; i < seconds.size(); i++) {
            assertThat(seconds.get(i) - seconds.get(i - 1)).isBetween(60L, 121L);
        }
    }

    @Test
    void a_failing_update_holds_up_its_own_queue_only() {
        // Given
        answer = one -> one.done.accept(one.id == 1 ? new Delivery.Refused(503, "no", 0) : OK);
        delivery.set(hook(40));

        // When
        arrives(1, 10, DAY);
        arrives(2, 10, DAY);
        arrives(3, 20, DAY);
        ticker.forward(30_000);

        // Then
        assertThat(sent.stream().map(Sent::id)).contains(1L, 3L).doesNotContain(2L);
    }

    @Test
    void a_queue_has_one_update_in_flight_and_all_of_them_no_more_than_the_connections() {
        // Given
        answer = one -> {};
        delivery.set(hook(2));

        // When
        arrives(1, 10, DAY);
        arrives(2, 10, DAY);
        arrives(3, 20, DAY);
        arrives(4, 30, DAY);

        // Then
        assertThat(sent.stream().map(Sent::id)).containsExactly(1L, 3L);
        sent.get(0).done.accept(OK);
        assertThat(sent.stream().map(Sent::id)).startsWith(1L, 3L).hasSize(3);
    }

    @Test
    void a_press_is_gone_after_150_seconds() {
        // Given
        paused = true;
        delivery.set(hook(40));
        arrives(1, 11, Update.PRESS_KEPT_MILLIS);

        // When
        ticker.forward(150_000);
        paused = false;
        delivery.pump();

        // Then
        assertThat(sent).isEmpty();
        assertThat(gone).containsExactly(1L);
    }

    @Test
    void retry_after_is_obeyed() {
        // Given
        answer = one -> one.done.accept(sent.size() == 1 ? new Delivery.Refused(429, "wait", 5) : OK);
        delivery.set(hook(40));

        // When
        arrives(1, 10, DAY);
        ticker.forward(60_000);

        // Then
        assertThat(sent.stream().map(Sent::seconds)).containsExactly(0L, 5L);
    }

    @Test
    void a_retry_after_that_passes_the_expiry_drops_the_update() {
        // Given
        answer = one -> one.done.accept(new Delivery.Refused(429, "wait", 200));
        delivery.set(hook(40));

        // When
        arrives(1, 11, Update.PRESS_KEPT_MILLIS);
        ticker.forward(600_000);

        // Then
        assertThat(sent).hasSize(1);
        assertThat(gone).containsExactly(1L);
    }

    @Test
    void an_update_is_delivered_twice_when_asked_to() {
        // Given
        repeat = true;
        delivery.set(hook(40));

        // When
        arrives(1, 10, DAY);
        arrives(2, 10, DAY);
        ticker.forward(1000);

        // Then
        assertThat(sent.stream().map(Sent::id)).containsExactly(1L, 1L, 2L, 2L);
        assertThat(pending.size()).isZero();
    }

    @Test
    void what_waited_under_polling_goes_to_a_webhook_set_later() {
        // Given
        arrives(1, 10, DAY);
        arrives(2, 10, DAY);

        // When
        delivery.set(hook(40));

        // Then
        assertThat(sent.stream().map(Sent::id)).containsExactly(1L, 2L);
    }

    private void arrives(long id, long queue, long kept) {
        Update update = new Update(id, queue, ticker.millis() + kept, "{}");
        pending.add(update);
        delivery.arrived(queue);
    }

    private static Webhook hook(int connections) {
        return new Webhook("http://localhost/hook", null, connections);
    }
}
