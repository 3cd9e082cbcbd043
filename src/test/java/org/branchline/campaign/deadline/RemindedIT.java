package org.branchline.campaign.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.branchline.campaign.PassingTime;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.branchline.intake.job.Agendas;
import org.junit.jupiter.api.Test;

/** Who is reminded of a deadline, who is told who cannot, and when. */
@QuarkusTest
@TestProfile(Recorded.class)
class RemindedIT extends DeadlineCase {

    @Inject
    Agendas agendas;

    @Test
    void whoever_asked_to_be_reminded_is_reminded_though_acting_took_them_out_of_the_audience() {
        // Given
        set("Sign up", in(9).toString(), "Haven't finished");
        ann.types("/tasks");
        ann.presses("Remind me later");
        ann.presses("Tomorrow");
        finishes(ann);

        // When
        reminded();
        String tasks = text(ann.types("/tasks"));
        ann.presses("Done");

        // Then
        assertThat(seen(ann)).containsOnlyOnce("You asked me to remind you:\nSign up");
        assertThat(tasks).contains("One thing is open for you:", "Sign up");
        assertThat(rows("select said from deadline_answer where organisation = $1"))
                .extracting(row -> row.getString("said"))
                .containsExactly("done");
        assertThat(text(ann.types("/tasks"))).contains("Nothing is open");
    }

    @Test
    void what_was_done_or_called_off_meanwhile_is_not_reminded_of() {
        // Given
        set("Sign up", in(9).toString());
        for (Volunteer one : List.of(ann, bo)) {
            one.types("/tasks");
            one.presses("Remind me later");
            one.presses("Tomorrow");
        }
        ann.types("/tasks");
        ann.presses("Done");
        cora.types("/deadline");
        cora.presses("Sign up");
        cora.presses("Call it off");
        cora.presses("Call it off");

        // When
        reminded();

        // Then
        assertThat(seen(ann) + seen(bo)).doesNotContain("You asked me to remind you:");
    }

    @Test
    void the_moment_of_a_reminder_that_was_asked_for_is_known_beforehand() {
        // Given
        set("Sign up", in(9).toString());
        ann.types("/tasks");
        ann.presses("Remind me later");
        ann.presses("Tomorrow");
        Instant wanted = rows("select remind_at from deadline_answer where organisation = $1")
                .get(0)
                .getOffsetDateTime("remind_at")
                .toInstant();

        // When
        Instant next = TestCampaign.now(agendas.of(bot, wanted.minusMillis(1))).next();

        // Then
        assertThat(next).isEqualTo(wanted);
    }

    @Test
    void whoever_cannot_is_told_behind_however_many_whose_captain_sleeps() {
        // Given
        Volunteer maria = campaign.member(bot, "Maria");
        campaign.grant(maria, "captain", "tokyo");
        Volunteer petra = campaign.member(bot, "Petra");
        campaign.grant(petra, "captain", "paris");
        inParis();
        cannot("Ann", 1_001);
        cannot("Pia", 1);
        livesIn("Maria", PassingTime.night(clock.now()));
        livesIn("Petra", PassingTime.evening(clock.now()));

        // When
        time.round("who cannot");
        time.work();

        // Then
        assertThat(seen(petra)).containsOnlyOnce("· Pia");
        assertThat(seen(maria)).doesNotContain("Who can't");
    }

    @Test
    void west_of_greenwich_the_last_reminder_comes_on_the_days_own_evening_and_once() {
        // Given
        Volunteer kai = campaign.member(bot, "Kai");
        livesIn("Kai", "Pacific/Honolulu");
        set("Sign up", in(1).toString());

        // When
        time.days(3);

        // Then
        assertThat(seen(kai)).containsOnlyOnce("Kai, one last reminder: can you do this by");
    }

    private void livesIn(String name, String zone) {
        rows("update member set timezone = $3 where organisation = $1 and name = $2", name, zone);
    }

    private void finishes(Volunteer volunteer) {
        rows("""
                insert into run (organisation, bot, chat, playbook, version, stage, started_at, touched_at, completed_at)
                values ($1, $2, $3, 'skills-audit', '1', 'finished', now(), now(), now())
                """, bot.id(), volunteer.chat());
    }

    /** So many deadlines, to each of which somebody said yesterday that they cannot. */
    private void cannot(String name, int deadlines) {
        rows("""
                with d as (
                  insert into deadline (organisation, bot, fallback, titles, tasks, due_on, audience, whom, ladder, made_at)
                  select $1, $2, 'en', '{"en": "Vote"}', '{"en": "Do it."}', current_date + 9, '{}', 'Everyone', 'last', now()
                  from generate_series(1, $4) returning id)
                insert into deadline_answer (organisation, deadline, member, said, said_at)
                select $1, d.id, m.id, 'cannot', now() - interval '1 day' from d, member m
                where m.organisation = $1 and m.name = $3
                """, bot.id(), name, deadlines);
    }

    private void reminded() {
        time.days(2);
        time.round("reminders of deadlines");
        time.round("reminders of deadlines");
        time.work();
    }
}
