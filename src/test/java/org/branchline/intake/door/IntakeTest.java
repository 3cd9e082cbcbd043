package org.branchline.intake.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.branchline.database.OrganisationId;
import org.branchline.database.trace.Followed;
import org.branchline.intake.Arrival;
import org.branchline.intake.Exchange;
import org.branchline.intake.Receipt;
import org.branchline.intake.Turns;
import org.branchline.intake.What;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private static final Bot BOT = new Bot(new OrganisationId(1), 7);

    private final AtomicBoolean outage = new AtomicBoolean();
    private final AtomicInteger committed = new AtomicInteger();
    private final Followed followed = new Followed();
    private final Intake intake = new Intake(
            turns(), null, new Failures(null, null), null, new Floods(() -> 0), followed.traces(), DoorWitness.NONE);

    @Test
    void an_update_that_was_sent_back_all_through_an_outage_is_no_flood() {
        // Given
        outage.set(true);
        for (int i = 0; i < 200; i++) {
            assertThat(taken()).isFalse();
        }

        // When
        outage.set(false);

        // Then
        assertThat(taken()).isTrue();
        assertThat(committed).hasValue(1);
    }

    @Test
    void an_update_is_traced_by_its_numbers_to_its_end() {
        // Given
        outage.set(true);
        taken();
        outage.set(false);

        // When
        taken();

        // Then
        assertThat(followed.named("update"))
                .extracting(update -> update.getAttributes().get(AttributeKey.stringKey("outcome")))
                .containsExactly("failed", "taken");
        assertThat(followed.named("update"))
                .extracting(update -> update.getAttributes().toString())
                .allSatisfy(attributes -> assertThat(attributes)
                        .contains("bot=7", "update=1", "kind=Text", "way=webhook")
                        .doesNotContain("Ann", "yes", "refused"));
    }

    private boolean taken() {
        return intake.take(new Arrival(BOT, 1, 10, true, 10, "Ann", "en", new What.Text(1, "yes"), new byte[0]))
                .map(receipt -> true)
                .onFailure(IOException.class)
                .recoverWithItem(false)
                .await()
                .indefinitely();
    }

    private Turns turns() {
        return new Turns() {
            @Override
            public Uni<Receipt> of(Arrival arrival, Function<Exchange, Uni<Void>> work) {
                if (outage.get()) {
                    return Uni.createFrom().failure(new IOException("refused"));
                }
                committed.incrementAndGet();
                return Uni.createFrom().item(Receipt.SILENT);
            }

            @Override
            public Uni<Receipt> of(Bot bot, long chat, Function<Exchange, Uni<Void>> work) {
                throw new AssertionError("Nobody began a turn by themselves");
            }

            @Override
            public Uni<Boolean> ofFree(Bot bot, long chat, Function<Exchange, Uni<Void>> work) {
                throw new AssertionError("Nobody began a turn by themselves");
            }
        };
    }
}
