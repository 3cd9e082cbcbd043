package org.branchline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.TestCampaign.now;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import org.branchline.database.Transactions;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Recorded.class)
class TurnsIT extends AnnJoined {

    @Inject
    Turns turns;

    @Inject
    Transactions transactions;

    @Test
    void only_a_person_shows_that_a_chat_can_be_reached() {
        // Given
        campaign.sql(
                bot.organisation(),
                "update chat set reachable = false, seen_at = 'epoch' where organisation = $1",
                bot.organisation().number());

        // When
        now(turns.of(bot, ann.chat(), exchange -> {
            exchange.interrupted(!exchange.interrupted());
            return Uni.createFrom().voidItem();
        }));

        // Then
        assertThat(campaign.sql(
                        bot.organisation(),
                        "select 1 from chat where organisation = $1 and not reachable and seen_at = 'epoch'",
                        bot.organisation().number()))
                .hasSize(1);
    }

    @Test
    void a_chat_that_was_erased_is_not_made_again() {
        // When
        now(turns.of(bot, 1, exchange -> Uni.createFrom().failure(new AssertionError("nobody is there"))));

        // Then
        assertThat(campaign.sql(
                        bot.organisation(),
                        "select 1 from chat where organisation = $1 and id = 1",
                        bot.organisation().number()))
                .isEmpty();
    }

    @Test
    void a_chat_that_another_replica_has_is_left_without_waiting_for_it() {
        // Given
        CompletableFuture<Void> held = new CompletableFuture<>();
        CompletableFuture<Void> over = new CompletableFuture<>();
        CompletableFuture<Void> elsewhere = transactions
                .inTransaction(bot.organisation(), tx -> tx.query(
                                "select 1 from chat where organisation = $1 and id = $2 for no key update",
                                bot.organisation().number(),
                                ann.chat())
                        .invoke(() -> held.complete(null))
                        .chain(() -> Uni.createFrom().completionStage(over)))
                .subscribeAsCompletionStage();
        held.join();

        // When
        boolean meanwhile = now(
                turns.ofFree(bot, ann.chat(), exchange -> Uni.createFrom().failure(new AssertionError("it is taken"))));

        // Then
        assertThat(meanwhile).isFalse();
        over.complete(null);
        elsewhere.join();
        assertThat(now(turns.ofFree(
                        bot, ann.chat(), exchange -> Uni.createFrom().voidItem())))
                .isTrue();
    }
}
