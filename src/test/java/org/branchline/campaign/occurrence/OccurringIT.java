package org.branchline.campaign.occurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.branchline.database.Clock;
import org.branchline.database.Transactions;
import org.branchline.database.Writes;
import org.branchline.intake.Agenda;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.branchline.intake.job.Job;
import org.branchline.roster.Bot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What falls due where somebody lives reaches them once, wherever they live meanwhile. */
@QuarkusTest
@TestProfile(Recorded.class)
class OccurringIT {

    private static final Duration HOUR = Duration.ofHours(1);

    @Inject
    TestCampaign campaign;

    @Inject
    Transactions transactions;

    @Inject
    Occurring occurring;

    @Inject
    Falling falling;

    @Inject
    Rehearsal rehearsal;

    @Inject
    OccurrencesDue occurrencesDue;

    @Inject
    Clock clock;

    private Bot bot;
    private Volunteer ann;

    @BeforeEach
    void annLivesInTokyo() {
        bot = campaign.organise();
        ann = campaign.member(bot, "Ann");
        rows("update member set weekly_messages = 1000 where organisation = $1");
    }

    @Test
    void it_comes_where_it_is_due_and_nowhere_else_yet() {
        // Given
        Volunteer pia = inParis();

        // When
        schedule(planned("18:00", "Asia/Tokyo", now()), planned("18:00", "Europe/Paris", now().plus(HOUR)));
        work();

        // Then
        assertThat(text(ann.reads())).contains("Now: 18:00");
        assertThat(got(pia)).isZero();
        assertThat(rows("select state from occurrence where organisation = $1 order by due_at"))
                .extracting(row -> row.getString("state"))
                .containsExactly("fallen", "waiting");
    }

    @Test
    void whoever_moves_on_after_it_does_not_get_it_again() {
        // Given
        schedule(planned("18:00", "Asia/Tokyo", now()), planned("18:00", "Europe/Paris", now().plus(HOUR)));
        work();
        ann.reads();

        // When
        rows("update member set timezone = 'Europe/Paris' where organisation = $1");
        anHourPasses();
        work();

        // Then
        assertThat(got(ann)).isEqualTo(1);
    }

    @Test
    void whoever_moves_to_where_it_is_over_gets_it_the_last_time_it_falls_due() {
        // Given
        Volunteer pia = inParis();
        schedule(planned("18:00", "Asia/Tokyo", now()), planned("18:00", "Europe/Paris", now().plus(HOUR)));
        work();
        rows("update member set timezone = 'Asia/Tokyo' where organisation = $1 and name = 'Pia'");

        // When
        anHourPasses();
        work();

        // Then
        assertThat(text(pia.reads())).contains("Now: 18:00");
        assertThat(List.of(got(ann), got(pia))).containsOnly(1);
    }

    @Test
    void whoever_has_no_clock_of_their_own_moves_with_their_branch() {
        // Given
        Volunteer pia = inParis();
        rows(
                "update member set timezone = null, branch = (select id from branch where organisation = $1 and key = 'paris')"
                        + " where organisation = $1 and name = 'Pia'");
        rows("update member set moved_at = null where organisation = $1");
        schedule(planned("18:00", "Asia/Tokyo", now()), planned("18:00", "Europe/Paris", now().plus(HOUR)));
        work();
        rows("update branch set timezone = 'Asia/Tokyo' where organisation = $1 and key = 'paris'");

        // When
        anHourPasses();
        work();

        // Then
        assertThat(text(pia.reads())).contains("Now: 18:00");
        assertThat(List.of(got(ann), got(pia))).containsOnly(1);
        assertThat(rows("select name from member where organisation = $1 and moved_at is not null"))
                .extracting(row -> row.getString("name"))
                .containsExactly("Pia");
    }

    @Test
    void whoever_comes_later_to_where_it_is_over_does_not_get_it() {
        // Given
        schedule(planned("18:00", "Asia/Tokyo", now()), planned("18:00", "Europe/Paris", now().plus(HOUR)));
        work();
        Volunteer ben = campaign.member(bot, "Ben");
        rows("update member set weekly_messages = 1000, moved_at = null where organisation = $1 and name = 'Ben'");

        // When
        anHourPasses();
        work();

        // Then
        assertThat(List.of(got(ann), got(ben))).containsExactly(1, 0);
    }

    @Test
    void of_what_was_missed_the_newest_comes_and_the_others_are_told_as_passed_over() {
        // Given
        schedule(
                planned("9:00", "Asia/Tokyo", now().plus(HOUR)),
                planned("10:00", "Asia/Tokyo", now().plus(HOUR.multipliedBy(2))),
                planned("11:00", "Asia/Tokyo", now().plus(HOUR.multipliedBy(3))));
        TestCampaign.now(occurring.work(bot));

        // When
        anHourPasses();
        anHourPasses();
        anHourPasses();
        work();

        // Then
        assertThat(text(ann.reads())).contains("Now: 11:00").doesNotContain("Now: 9:00", "Now: 10:00");
        assertThat(rehearsal.passed).extracting(Fallen::occurrence).contains("9:00", "10:00");
    }

    @Test
    void what_is_late_is_passed_over() {
        // Given
        Instant due = now().plus(HOUR);
        schedule(new Planned("late", ZoneId.of("Asia/Tokyo"), due, due.plusMillis(1)));

        // When
        anHourPasses();
        work();

        // Then
        assertThat(got(ann)).isZero();
        assertThat(rehearsal.passed).extracting(Fallen::occurrence).contains("late");
    }

    @Test
    void what_is_ended_does_not_fall_due_any_more() {
        // Given
        schedule(planned("18:00", "Asia/Tokyo", now().plus(HOUR)));
        TestCampaign.now(occurring.work(bot));

        // When
        write(writes -> Schedules.end(writes, bot.organisation(), Rehearsal.KIND, bot.id()));
        anHourPasses();
        work();

        // Then
        assertThat(rows("select 1 from occurrence where organisation = $1")).isEmpty();
        assertThat(got(ann)).isZero();
    }

    @Test
    void whoever_moves_the_clock_learns_what_falls_due_next_and_when_more_must_be_planned() {
        // Given
        Instant due = now().plus(HOUR).truncatedTo(ChronoUnit.SECONDS);

        // When
        schedule(planned("18:00", "Asia/Tokyo", due));
        rows("update schedule set open = true, planned_until = $2 where organisation = $1", utc(due.plus(HOUR)));
        Agenda unplanned = agenda(now());
        rows("update schedule set planned_until = $2 where organisation = $1", utc(due.plus(Duration.ofDays(3))));

        // Then
        assertThat(unplanned.left()).isEqualTo(1);
        assertThat(agenda(now())).isEqualTo(new Agenda(0, due));
        assertThat(agenda(due))
                .isEqualTo(new Agenda(1, due.plus(Duration.ofDays(1)).plusSeconds(1)));
    }

    @Test
    void the_look_for_what_is_due_reads_one_index_however_much_lies_ahead() {
        // Given
        schedule(planned("18:00", "Asia/Tokyo", now().plus(HOUR)));
        TestCampaign.now(occurring.work(bot));
        rows("""
                insert into occurrence (organisation, schedule, occurrence, zone, due_at, late_at)
                select $1, s.id, 'day ' || n, 'UTC', now() + n * interval '1 day', now() + (n + 1) * interval '1 day'
                from schedule s, generate_series(1, 20000) n where s.organisation = $1
                """);

        // When
        String plan = String.join(
                "\n",
                campaign
                        .sql(
                                bot.organisation(),
                                "explain (costs off) "
                                        + OccurrenceSql.TAKE
                                                .replace(
                                                        "$1",
                                                        "" + bot.organisation().number())
                                                .replace("$2", "now()")
                                                .replace("$3", "5000"))
                        .stream()
                        .map(row -> row.getString(0))
                        .toList());

        // Then
        assertThat(plan).contains("occurrence_due").doesNotContain("Seq Scan on occurrence");
    }

    private Agenda agenda(Instant at) {
        return TestCampaign.now(
                transactions.inTransaction(bot.organisation(), tx -> occurrencesDue.agenda(tx::query, bot, at)));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private Volunteer inParis() {
        Volunteer pia = campaign.member(bot, "Pia");
        rows(
                "update member set timezone = 'Europe/Paris', weekly_messages = 1000 where organisation = $1 and name = 'Pia'");
        return pia;
    }

    private Instant now() {
        return clock.now();
    }

    private static Planned planned(String occurrence, String zone, Instant due) {
        return new Planned(occurrence, ZoneId.of(zone), due, due.plus(HOUR.multipliedBy(12)));
    }

    @Test
    void what_is_planned_is_computed_beside_the_threads_that_serve_the_database() {
        // When
        schedule(planned("18:00", "Asia/Tokyo", now().plus(HOUR)));

        // Then
        assertThat(rehearsal.threads.get(bot.id())).isNotNull().doesNotContain("eventloop");
        assertThat(rows("select 1 from occurrence where organisation = $1")).hasSize(1);
    }

    private void schedule(Planned... planned) {
        rehearsal.plans.put(bot.id(), Arrays.asList(planned));
        write(writes -> Schedules.open(writes, bot.organisation(), Rehearsal.KIND, bot.id(), now().minusSeconds(1)));
        TestCampaign.now(occurring.work(bot));
    }

    private void anHourPasses() {
        rows("update occurrence set due_at = due_at - interval '1 hour', late_at = late_at - interval '1 hour'"
                + " where organisation = $1");
    }

    private void work() {
        TestCampaign.now(occurring.work(bot));
        rows("select id, argument from job where organisation = $1 and kind = 'occurrence' and done_at is null order by id")
                .forEach(row -> {
                    JsonObject argument = row.getJsonObject("argument");
                    TestCampaign.now(falling.run(new Job(bot.organisation(), row.getLong("id"), argument)));
                    rows("update job set done_at = now() where organisation = $1 and id = $2", row.getLong("id"));
                });
        campaign.allLeft(bot);
    }

    private int got(Volunteer volunteer) {
        return rows(
                        "select 1 from outbox o join member m on m.organisation = $1 and m.id = o.member"
                                + " where o.organisation = $1 and o.state = 'sent' and m.telegram_user = $2",
                        volunteer.chat())
                .size();
    }

    private void write(Consumer<Writes> what) {
        TestCampaign.now(transactions.inTransaction(bot.organisation(), tx -> {
            List<Uni<?>> statements = new ArrayList<>();
            what.accept(new Writes() {
                @Override
                public void write(String sql, @Nullable Object... arguments) {
                    statements.add(tx.query(sql, arguments));
                }

                @Override
                public void afterCommit(Runnable step) {
                    tx.afterCommit(step);
                }
            });
            return tx.commitWith(statements);
        }));
    }

    private List<Row> rows(String sql, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = bot.organisation().number();
        System.arraycopy(more, 0, arguments, 1, more.length);
        return campaign.sql(bot.organisation(), sql, arguments);
    }
}
