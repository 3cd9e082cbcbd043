package org.branchline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import org.branchline.conversation.Outgoing;
import org.branchline.database.OrganisationId;
import org.branchline.delivery.Gateway;
import org.branchline.delivery.Outcome;
import org.branchline.intake.Arrival;
import org.branchline.intake.Exchange;
import org.branchline.intake.Receipt;
import org.branchline.intake.Turns;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.Test;

/** What is noted around turns and around requests to the platform. */
class TimedTest {

    private static final Bot BOT = new Bot(new OrganisationId(1), 7);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Figures figures = new Figures(registry);

    @Test
    void a_turn_is_counted_by_how_it_ended() {
        // When
        turn(Uni.createFrom().item(Receipt.SILENT));
        turn(Uni.createFrom().failure(new IOException("refused")));
        turn(Uni.createFrom().failure(new IllegalStateException("a bug")));

        // Then
        assertThat(turns("done")).isEqualTo(1);
        assertThat(turns("outage")).isEqualTo(1);
        assertThat(turns("failed")).isEqualTo(1);
        assertThat(turns("busy")).isZero();
    }

    @Test
    void a_turn_that_was_left_to_somebody_else_is_counted_as_busy() {
        // When
        free(true);
        free(false);

        // Then
        assertThat(turns("done")).isEqualTo(1);
        assertThat(turns("busy")).isEqualTo(1);
    }

    @Test
    void a_wait_that_the_platform_asks_for_is_counted_with_its_seconds() {
        // When
        send(new Outcome.Wait(Duration.ofSeconds(30)));
        send(new Outcome.Wait(Duration.ofSeconds(5)));
        send(new Outcome.Sent(1));

        // Then
        assertThat(registry.get(Figure.FLOOD_LIMITS.meter()).counter().count()).isEqualTo(2);
        assertThat(registry.get(Figure.FLOOD_LIMIT_SECONDS.meter()).counter().count())
                .isEqualTo(35);
        assertThat(registry.get(Figure.REQUEST.meter())
                        .tags("outcome", "sent")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    private long turns(String outcome) {
        return registry.get(Figure.TURN.meter())
                .tags("outcome", outcome, "begun_by", "service")
                .timer()
                .count();
    }

    private void turn(Uni<Receipt> turn) {
        turns(turn, null).of(BOT, 9, null).onFailure().recoverWithNull().await().indefinitely();
    }

    private void free(boolean tookPlace) {
        turns(null, Uni.createFrom().item(tookPlace))
                .ofFree(BOT, 9, null)
                .await()
                .indefinitely();
    }

    private Turns turns(Uni<Receipt> turn, Uni<Boolean> free) {
        return new TimedTurns(
                new Turns() {
                    @Override
                    public Uni<Receipt> of(Arrival arrival, Function<Exchange, Uni<Void>> work) {
                        return turn;
                    }

                    @Override
                    public Uni<Receipt> of(Bot bot, long chat, Function<Exchange, Uni<Void>> work) {
                        return turn;
                    }

                    @Override
                    public Uni<Boolean> ofFree(Bot bot, long chat, Function<Exchange, Uni<Void>> work) {
                        return free;
                    }
                },
                figures);
    }

    private void send(Outcome outcome) {
        Gateway timed = new TimedGateway(
                new Gateway() {
                    @Override
                    public Uni<Outcome> send(Bot bot, long chat, Outgoing outgoing) {
                        return Uni.createFrom().item(outcome);
                    }

                    @Override
                    public void acknowledge(Bot bot, String press, String text) {}
                },
                figures);
        timed.send(BOT, 9, null).await().indefinitely();
    }
}
