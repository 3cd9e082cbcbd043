package org.branchline.intake.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.TestCampaign.now;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.branchline.calendar.QuietHours;
import org.branchline.database.Clock;
import org.branchline.database.Transactions;
import org.branchline.intake.Agenda;
import org.branchline.intake.AnnJoined;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestNight;
import org.branchline.intake.Volunteer;
import org.branchline.roster.Organisations;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Recorded.class)
class WaitingRunsIT extends AnnJoined {

    @Inject
    WaitingRound waiting;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    @Inject
    Organisations organisations;

    @Test
    void whoever_asked_for_quiet_is_left_alone_until_it_ends() {
        // Given
        long run = waits(ann, "skills-audit", current(), 60);
        ann.types("/quiet 1/9/2199");
        quietChat(ann);

        // When
        now(waiting.work(bot.organisation()));

        // Then
        assertThat(announced(run)).isFalse();
        ann.types("/quiet end");
        quietChat(ann);
        now(waiting.work(bot.organisation()));
        assertThat(announced(run)).isTrue();
        assertThat(text(ann.reads())).isNotEmpty();
    }

    @Test
    void whoever_is_asleep_is_left_alone_until_the_night_is_over() {
        // Given
        long run = waits(ann, "skills-audit", current(), 60);
        QuietHours night = TestNight.around(clock.now(), ZoneId.of("Asia/Tokyo"));
        campaign.settle(bot, TestNight.settings(night));

        // When
        now(waiting.work(bot.organisation()));

        // Then
        assertThat(announced(run)).isFalse();
        assertThat(next()).isEqualTo(night.end(clock.now(), ZoneId.of("Asia/Tokyo")));
        campaign.settle(bot, TestNight.settings(QuietHours.NONE));
        now(waiting.work(bot.organisation()));
        assertThat(announced(run)).isTrue();
    }

    @Test
    void a_run_that_cannot_speak_up_holds_back_nobody_elses() {
        // Given
        Volunteer bo = campaign.member(bot, "Bo");
        long broken = waits(ann, "skills-audit", "not stored", 120);
        long sound = waits(bo, "skills-audit", current(), 60);

        // When
        now(waiting.work(bot.organisation()));

        // Then
        assertThat(announced(sound)).isTrue();
        assertThat(run(broken).getBoolean("due")).isFalse();
    }

    @Test
    void a_chat_in_which_something_happens_is_looked_at_again_in_the_next_round() {
        // Given
        long run = waits(ann, "skills-audit", current(), 60);
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<Void> over = new CompletableFuture<>();
        CompletableFuture<Void> happening = transactions
                .inTransaction(bot.organisation(), tx -> tx.query(
                                "select 1 from chat where organisation = $1 and id = $2 for update",
                                bot.organisation().number(),
                                ann.chat())
                        .invoke(() -> begun.complete(null))
                        .chain(() -> Uni.createFrom().completionStage(over)))
                .subscribeAsCompletionStage();
        begun.join();

        // When
        now(waiting.work(bot.organisation()));
        boolean meanwhile = announced(run);
        over.complete(null);
        happening.join();
        now(waiting.work(bot.organisation()));

        // Then
        assertThat(meanwhile).isFalse();
        assertThat(announced(run)).isTrue();
    }

    @Test
    void the_services_own_question_whether_now_is_good_is_a_reminder_that_is_not_resent() {
        // Given
        long run = waits(ann, "skills-audit", current(), 60);

        // When
        now(waiting.work(bot.organisation()));

        // Then
        List<Row> sent = campaign.sql(
                bot.organisation(),
                "select priority, doubt from outbox where organisation = $1 and run = $2",
                bot.organisation().number(),
                run);
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).getInteger("priority")).isEqualTo(1);
        assertThat(sent.get(0).getString("doubt")).isEqualTo("report");
    }

    @Test
    void the_moment_at_which_a_run_may_speak_up_is_known_beforehand() {
        // Given
        long run = waits(ann, "skills-audit", current(), -3_600);
        Instant due = campaign.sql(
                        bot.organisation(),
                        "select due_at from run where organisation = $1 and id = $2",
                        bot.organisation().number(),
                        run)
                .get(0)
                .getOffsetDateTime("due_at")
                .toInstant();

        // When
        Instant first = next();
        ann.types("/quiet 1/9/2199");
        Instant quiet = next();
        ann.types("/stop");

        // Then
        assertThat(first).isEqualTo(due);
        assertThat(quiet)
                .isEqualTo(LocalDate.of(2199, 9, 1)
                        .atStartOfDay(ZoneId.of("Asia/Tokyo"))
                        .toInstant());
        assertThat(next()).isNull();
    }

    @Test
    void a_run_that_is_due_is_left_until_it_has_spoken_up() {
        // Given
        waits(ann, "skills-audit", current(), 1);
        long before = agenda().left();

        // When
        now(waiting.work(bot.organisation()));

        // Then
        assertThat(List.of(before, agenda().left())).containsExactly(1L, 0L);
    }

    private Instant next() {
        return agenda().next();
    }

    private Agenda agenda() {
        return now(transactions.inTransaction(
                bot.organisation(), tx -> new WaitingDue(organisations).agenda(tx::query, bot, clock.now())));
    }

    private String current() {
        return campaign.sql(
                        bot.organisation(),
                        "select version from playbook_version where organisation = $1 and playbook = 'skills-audit'",
                        bot.organisation().number())
                .get(0)
                .getString("version");
    }

    /** A run that is due, in a chat whose run in front was left for a while. */
    private long waits(Volunteer volunteer, String playbook, String version, int dueSeconds) {
        volunteer.types("/start");
        volunteer.presses("Skills audit");
        quietChat(volunteer);
        return campaign.sql(
                        bot.organisation(),
                        """
                insert into run (organisation, bot, chat, playbook, version, stage, due_at, started_at, touched_at)
                values ($1, $2, $3, $4, $5, 'waiting', now() - $6 * interval '1 second', now(), now()) returning id
                """,
                        bot.organisation().number(),
                        bot.id(),
                        volunteer.chat(),
                        playbook,
                        version,
                        dueSeconds)
                .get(0)
                .getLong("id");
    }

    private void quietChat(Volunteer volunteer) {
        campaign.sql(
                bot.organisation(),
                "update run set touched_at = now() - interval '11 minutes' where organisation = $1 and chat = $2",
                bot.organisation().number(),
                volunteer.chat());
    }

    private boolean announced(long run) {
        return run(run).getBoolean("announced");
    }

    private Row run(long run) {
        return campaign.sql(
                        bot.organisation(),
                        "select announced_at is not null as announced, due_at <= now() as due from run "
                                + "where organisation = $1 and id = $2",
                        bot.organisation().number(),
                        run)
                .get(0);
    }
}
