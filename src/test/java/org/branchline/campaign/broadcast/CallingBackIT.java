package org.branchline.campaign.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Recorded.class)
class CallingBackIT extends BroadcastCase {

    @Test
    void called_back_while_its_members_are_taken_it_gets_no_more_of_them_and_ends() {
        // Given
        long id = creating(draft("Too early", Duration.ofHours(1)), "back-1");
        CompletableFuture<Void> commit = new CompletableFuture<>();
        CompletableFuture<?> cancelling = transactions
                .inTransaction(bot.organisation(), tx -> broadcasts
                        .cancel(tx::query, bot.organisation(), id)
                        .chain(() -> Uni.createFrom().completionStage(commit)))
                .subscribeAsCompletionStage();
        lockedBy(id);

        // When
        CompletableFuture<Void> taking = recruiting.run(job(id)).subscribeAsCompletionStage();
        Awaitility.await().until(this::somebodyWaits);
        commit.complete(null);
        cancelling.join();
        TestCampaign.now(withdrawing.run(job(id)));
        taking.join();

        // Then
        Counts counts = closed(id);
        assertThat(counts.state()).isEqualTo("cancelled");
        assertThat(counts.byState()).isEmpty();
        assertThat(rows("select 1 from outbox where organisation = $1 and content is not null"))
                .isEmpty();
    }

    @Test
    void called_back_between_two_steps_those_taken_are_given_up_and_nobody_follows() {
        // Given
        many(Steps.SIZE);
        long id = creating(draft("Too many", Duration.ofHours(1)), "back-2");
        Uni<Void> both = recruiting.run(job(id));
        CompletableFuture<Void> taking = both.subscribeAsCompletionStage();
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .until(() -> !rows("select 1 from outbox where organisation = $1 and content is not null limit 1")
                        .isEmpty());

        // When
        tx(tx -> broadcasts.cancel(tx::query, bot.organisation(), id));
        TestCampaign.now(withdrawing.run(job(id)));
        taking.join();

        // Then
        Counts counts = closed(id);
        assertThat(counts.byState().keySet()).containsExactly("failed");
        assertThat(counts.failed()).isEqualTo(Map.of("CANCELLED", (long) counts.recipients()));
    }

    @Test
    void what_left_before_it_was_called_back_stays_counted_when_its_rows_are_gone() {
        // Given
        long id = begun(draft("Half of you", Duration.ofHours(1)), "back-3");
        rows("""
                update outbox set state = 'uncertain' where organisation = $1 and chat = $2 and content is not null
                """, ann.chat());

        // When
        tx(tx -> broadcasts.cancel(tx::query, bot.organisation(), id));
        TestCampaign.now(withdrawing.run(job(id)));
        closed(id);
        rows("delete from outbox where organisation = $1 and content is not null");

        // Then
        Counts counts = counts(id);
        assertThat(counts.state()).isEqualTo("cancelled");
        assertThat(counts.recipients()).isEqualTo(2);
        assertThat(counts.byState()).isEqualTo(Map.of("uncertain", 1L, "failed", 1L));
        assertThat(counts.failed()).isEqualTo(Map.of("CANCELLED", 1L));
    }

    @Test
    void what_is_uncertain_of_a_paused_one_goes_again_once_it_goes_on() {
        // Given
        long id = begun(draft("Wait", Duration.ofHours(1)), "back-4");
        tx(tx -> broadcasts.pause(tx::query, bot.organisation(), id));
        rows("""
                update outbox set state = 'uncertain' where organisation = $1 and chat = $2 and content is not null
                """, ann.chat());
        rows("update broadcast set goes_at = now() where organisation = $1");
        rows("update outbox set due_at = now() where organisation = $1 and state = 'held'");

        // When
        tx(tx -> broadcasts.resendUncertain(tx::query, bot.organisation(), id, clock.now()));
        Counts paused = counts(id);
        tx(tx -> broadcasts.goOn(tx::query, bot.organisation(), id));

        // Then
        assertThat(paused.state()).isEqualTo("paused");
        assertThat(paused.byState()).isEqualTo(Map.of("held", 2L));
        assertThat(closed(id).byState()).isEqualTo(Map.of("sent", 2L));
    }

    private void many(int members) {
        rows("""
                with m as (
                  insert into member (organisation, telegram_user, name, language)
                  select $1, $2::bigint * 10000 + n, 'Many', 'en' from generate_series(1, $4::int) n
                  returning id, telegram_user),
                agreed as (
                  insert into consent (organisation, member, purpose, version, language, given_at)
                  select $1, id, 'campaign', '1', 'en', now() from m)
                insert into chat (organisation, bot, id, member) select $1, $3, telegram_user, id from m
                """, ann.chat() % 100_000_000L, bot.id(), members);
    }

    /** Nobody else gets hold of the broadcast now. */
    private void lockedBy(long id) {
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> rows(
                        "select 1 from broadcast where organisation = $1 and id = $2 for share skip locked", id)
                .isEmpty());
    }

    private boolean somebodyWaits() {
        return !rows("""
                select 1 from pg_stat_activity
                where $1::int is not null and wait_event_type = 'Lock' and query like '%for share%'
                """).isEmpty();
    }
}
