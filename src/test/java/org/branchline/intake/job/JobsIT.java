package org.branchline.intake.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.TestCampaign.now;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a job is tried again. */
@QuarkusTest
@TestProfile(Recorded.class)
class JobsIT {

    @Inject
    TestCampaign campaign;

    @Inject
    Jobs jobs;

    @Inject
    TestJob job;

    private Bot bot;

    @BeforeEach
    void organise() {
        bot = campaign.organise();
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "3, 6", "15, 30", "16, 30", "400, 30"})
    void a_job_that_failed_is_tried_again_soon_and_later_with_each_try(int tries, int seconds) {
        // Given
        job.does(() -> Uni.createFrom().failure(new IllegalStateException("not this time")));
        due(tries - 1);
        OffsetDateTime before = clock();

        // When
        now(jobs.work(bot.organisation()));

        // Then
        Row left = left();
        assertThat(left.getInteger("tries")).isEqualTo(tries);
        assertThat(left.getOffsetDateTime("done_at")).isNull();
        assertThat(left.getOffsetDateTime("due_at"))
                .isBetween(before.plusSeconds(seconds), clock().plusSeconds(seconds));
    }

    @Test
    void a_job_that_fails_before_it_begins_is_tried_again_as_soon() {
        // Given
        job.does(() -> {
            throw new IllegalStateException("not even begun");
        });
        due(0);
        OffsetDateTime before = clock();

        // When
        now(jobs.work(bot.organisation()));

        // Then
        assertThat(left().getOffsetDateTime("due_at")).isBetween(before.plusSeconds(2), clock().plusSeconds(2));
    }

    @Test
    void a_job_that_only_another_release_knows_is_left_to_it_longer_with_each_try() {
        // Given
        campaign.rows(bot, """
                insert into job (organisation, kind, key, due_at, tries)
                values ($1, 'of-tomorrow', 'one', clock_timestamp() - interval '1 second', 9)
                """);
        OffsetDateTime before = clock();

        // When
        now(jobs.work(bot.organisation()));

        // Then
        Row left = campaign.rows(
                        bot, "select due_at, done_at from job where organisation = $1 and kind = 'of-tomorrow'")
                .get(0);
        assertThat(left.getOffsetDateTime("done_at")).isNull();
        assertThat(left.getOffsetDateTime("due_at")).isBetween(before.plusSeconds(20), clock().plusSeconds(20));
    }

    @Test
    void a_job_whose_process_died_is_left_alone_for_five_seconds_and_then_taken() throws InterruptedException {
        // Given
        OffsetDateTime before = clock();
        hangs().cancel();
        Row left = left();
        AtomicInteger taken = new AtomicInteger();
        job.does(() -> {
            taken.incrementAndGet();
            return Uni.createFrom().voidItem();
        });

        // When
        now(jobs.work(bot.organisation()));
        int atOnce = taken.get();
        later(Duration.ofSeconds(6));
        now(jobs.work(bot.organisation()));

        // Then
        assertThat(left.getOffsetDateTime("due_at")).isBetween(before.plusSeconds(5), clock().plusSeconds(5));
        assertThat(atOnce).isZero();
        assertThat(taken).hasValue(1);
        assertThat(left().getOffsetDateTime("done_at")).isNotNull();
    }

    @Test
    void a_job_whose_process_lives_is_held_however_long_it_takes() throws InterruptedException {
        // Given
        Cancellable lives = hangs();
        OffsetDateTime before = clock();

        // When
        later(Duration.ofSeconds(3));

        // Then
        try {
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> left().getOffsetDateTime("due_at")
                    .isAfter(before.plusSeconds(5)));
            assertThat(left().getInteger("tries")).isEqualTo(1);
        } finally {
            lives.cancel();
        }
    }

    /** A process begins one and does not come to its end. */
    private Cancellable hangs() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        job.does(() -> {
            begun.countDown();
            return Uni.createFrom().nothing();
        });
        due(0);
        Cancellable hanging = jobs.work(bot.organisation()).subscribe().with(done -> {});
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        return hanging;
    }

    private void due(int tries) {
        campaign.rows(bot, """
                insert into job (organisation, kind, key, due_at, tries)
                values ($1, $2, 'one', clock_timestamp() - interval '1 second', $3)
                """, TestJob.KIND, tries);
    }

    private void later(Duration passed) {
        campaign.rows(
                bot,
                "update job set due_at = due_at - $2::bigint * interval '1 second' where organisation = $1",
                passed.toSeconds());
    }

    private Row left() {
        return campaign.rows(bot, "select tries, due_at, done_at from job where organisation = $1 and kind = 'test'")
                .get(0);
    }

    private OffsetDateTime clock() {
        return campaign.rows(bot, "select clock_timestamp() as at where $1::int > 0")
                .get(0)
                .getOffsetDateTime("at");
    }
}
