package org.branchline.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.database.OrganisationId;
import org.branchline.database.trace.Traces;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SenderTest {

    private static final Bot BOT = new Bot(new OrganisationId(1), 77);
    private static final long FENCE = 5;
    private static final long CHAT = 10;

    private final Vertx vertx = Vertx.vertx();
    private final RecordingRows rows = new RecordingRows();
    private final List<String> left = new CopyOnWriteArrayList<>();
    private final AtomicReference<Gateway> gateway = new AtomicReference<>();
    private volatile boolean safe = true;
    private Sender sender;

    @BeforeEach
    void begin() {
        gateway.set(new Recording());
        sender = sender();
        sender.look();
        patiently().until(() -> sender.reserve(1) == FENCE);
        sender.release(1);
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_bug_in_the_gateway_ends_in_a_failed_row_and_the_chat_goes_on() {
        // Given
        gateway.set((Through) (chat, outgoing) -> {
            if (text(outgoing).equals("broken")) {
                throw new NullPointerException("said by a builder");
            }
            return new Recording().send(BOT, chat, outgoing);
        });

        // When
        accept(1, "broken", 2);
        patiently().until(() -> rows.marks.size() == 1);
        accept(2, "whole", 0);
        patiently().until(() -> rows.marks.size() == 2);

        // Then
        assertThat(rows.marks.get(0).verdict()).isEqualTo(Verdict.failed("MALFORMED", false));
        assertThat(rows.marks.get(1).verdict().state()).isEqualTo(Verdict.State.SENT);
        assertThat(left).containsExactly("whole");
    }

    @Test
    void what_fails_by_a_bug_is_tried_again_at_first() {
        // Given
        gateway.set((Through) (chat, outgoing) -> {
            throw new NullPointerException();
        });

        // When
        accept(1, "broken", 0);
        patiently().until(() -> rows.marks.size() == 1);

        // Then
        assertThat(rows.marks.get(0).verdict().state()).isEqualTo(Verdict.State.QUEUED);
        assertThat(rows.marks.get(0).tried()).isTrue();
    }

    @Test
    void what_had_not_left_when_the_lease_slipped_is_queued_again_before_anything_new_is_sent() {
        // Given
        safe = false;
        accept(1, "first", 0);
        onItsThread();

        // When
        safe = true;
        long before = sender.reserve(1);
        sender.look();
        patiently().until(() -> sender.reserve(1) == FENCE);

        // Then
        assertThat(before).isZero();
        assertThat(rows.unsent).containsExactly(FENCE + ":" + List.of(1L));
        assertThat(left).isEmpty();
    }

    @Test
    void a_reply_committed_under_a_fence_that_is_over_does_not_leave_at_once() {
        // When
        sender.accept(List.of(parcel(1, "late", 0)), FENCE - 1);
        patiently().until(() -> {
            sender.look();
            return !rows.unsent.isEmpty();
        });

        // Then
        assertThat(rows.unsent).containsExactly((FENCE - 1) + ":" + List.of(1L));
        assertThat(left).isEmpty();
    }

    @Test
    void one_pause_for_all_that_was_under_way_and_nothing_leaves_meanwhile() {
        // Given
        gateway.set((Through) (chat, outgoing) -> Uni.createFrom().item(new Outcome.Wait(Duration.ofSeconds(30))));

        // When
        accept(1, "first", 0);
        patiently().until(() -> rows.marks.size() == 1);
        gateway.set(new Recording());
        accept(2, "second", 0);
        patiently().until(() -> rows.marks.size() == 2);

        // Then
        assertThat(rows.marks).extracting(Mark::tried).containsExactly(false, false);
        assertThat(rows.pauses).containsExactly(30_000L);
        assertThat(left).isEmpty();
    }

    @Test
    void a_silence_asked_of_a_predecessor_ends_by_itself_without_another_look() {
        // Given
        rows.pausedMillis = 200;
        rows.claim.set(CompletableFuture.completedFuture(new Rows.Claimed(List.of(parcel(1, "waited", 0)), false)));
        long begun = System.nanoTime();

        // When
        sender().look();

        // Then
        patiently().until(() -> !left.isEmpty());
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        assertThat(left).contains("waited");
    }

    @Test
    void what_a_claim_under_way_brings_leaves_before_what_was_committed_meanwhile() {
        // Given
        CompletableFuture<Rows.Claimed> claim = new CompletableFuture<>();
        rows.claim.set(claim);
        sender.nudge();
        onItsThread();

        // When
        accept(2, "newer", 0);
        onItsThread();
        sender.reserve(1);
        claim.complete(new Rows.Claimed(List.of(parcel(1, "older", 0)), false));

        // Then
        patiently().until(() -> left.size() == 2);
        assertThat(left).containsExactly("older", "newer");
    }

    private Sender sender() {
        return new Sender(
                BOT,
                new Unpaced(),
                new Requests(
                        BOT,
                        (Through) (chat, outgoing) -> gateway.get().send(BOT, chat, outgoing),
                        new Journeys(Traces.OFF)),
                rows,
                new Tenure() {
                    @Override
                    public long fence() {
                        return FENCE;
                    }

                    @Override
                    public boolean safe() {
                        return safe;
                    }

                    @Override
                    public boolean contested() {
                        return false;
                    }
                },
                vertx,
                System::nanoTime);
    }

    /** What was handed over before is in the sender's hands once this returns. */
    private void onItsThread() {
        Uni<Void> finished = Uni.createFrom().emitter(emitter -> sender.run(() -> emitter.complete(null)));
        finished.await().atMost(Duration.ofSeconds(10));
    }

    private void accept(long id, String text, int tries) {
        sender.reserve(1);
        sender.accept(List.of(parcel(id, text, tries)), FENCE);
    }

    private static Parcel parcel(long id, String text, int tries) {
        return new Parcel(id, Letter.reply(BOT, CHAT, null, false, new Outgoing.Say(text, Keyboard.NONE)), tries);
    }

    private static String text(Outgoing outgoing) {
        return ((Outgoing.Say) outgoing).text();
    }

    private static org.awaitility.core.ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(5));
    }

    /** A gateway that is asked to send only. */
    private interface Through extends Gateway {

        Uni<Outcome> send(long chat, Outgoing outgoing);

        @Override
        default Uni<Outcome> send(Bot bot, long chat, Outgoing outgoing) {
            return send(chat, outgoing);
        }

        @Override
        default void acknowledge(Bot bot, String press, String text) {
            throw new UnsupportedOperationException();
        }
    }

    private final class Recording implements Through {
        @Override
        public Uni<Outcome> send(long chat, Outgoing outgoing) {
            left.add(text(outgoing));
            return Uni.createFrom().item(new Outcome.Sent(left.size()));
        }
    }
}
