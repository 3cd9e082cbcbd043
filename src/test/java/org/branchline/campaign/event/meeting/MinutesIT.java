package org.branchline.campaign.event.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import org.branchline.campaign.PassingTime;
import org.branchline.campaign.event.EventCase;
import org.branchline.intake.Recorded;
import org.branchline.intake.Volunteer;
import org.branchline.intake.job.JobHandler;
import org.branchline.intake.job.Round;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was decided at a meeting and is to be done since. */
@QuarkusTest
@TestProfile(Recorded.class)
class MinutesIT extends EventCase {

    @Inject
    @Any
    Instance<Round> all;

    @Inject
    @Any
    Instance<JobHandler> jobs;

    private long shift;

    /** Ann and Bo have a place. */
    @BeforeEach
    void meet() {
        shift = meeting(Duration.ofHours(2));
        ann.orders("shift", shift + ".s");
        bo.orders("shift", shift + ".s");
    }

    @Test
    void decisions_are_noted_one_after_another_and_can_be_taken_back() {
        // Given
        over();
        String asked = last(cora);
        cora.presses("Decisions");

        // When
        cora.types("We meet on Fridays.");
        String second = text(cora.types("Ann keeps\nthe books."));
        cora.presses("Done");
        cora.presses("Decisions");
        cora.presses("✗ We meet on Fridays.");
        String all = text(cora.presses("Done"));

        // Then
        assertThat(asked).contains("Who came? Planning");
        assertThat(second).contains("✓ 2. Ann keeps the books.");
        assertThat(all)
                .contains("This is noted of Planning", "Decided:\n1. Ann keeps the books.")
                .doesNotContain("Fridays");
    }

    @Test
    void no_more_than_ten_are_noted() {
        // Given
        over();
        cora.presses("Decisions");
        for (int i = 1; i <= Notes.MOST; i++) {
            cora.types("Decision " + i);
        }

        // When
        String full = text(cora.types("One more"));

        // Then
        assertThat(full).contains("10 are noted, and more do not fit.");
        assertThat(rows("select 1 from meeting_decision where organisation = $1"))
                .hasSize(Notes.MOST);
    }

    @Test
    void a_task_is_a_deadline_of_whoever_leads_it_once_however_often_it_is_pressed() {
        // Given
        over();
        cora.presses("The others came");
        cora.presses("✓ Bo");
        cora.presses("Tasks");
        cora.types("Book the hall");
        String unclear = text(cora.types("as soon as possible"));
        String lead = text(cora.types(inDays(9)));

        // When
        String noted = text(cora.presses("Ann"));
        String again = text(cora.orders(Meeting.COMMAND, shift + ".p" + member(ann)));
        String toAnn = text(ann.types("/tasks"));
        String toBo = text(bo.types("/tasks"));

        // Then
        assertThat(unclear).contains("I can't find a day in that");
        assertThat(lead).contains("Who leads it? Book the hall, by");
        assertThat(noted).contains("✓ Book the hall, by", ": Ann", "What else?");
        assertThat(again).contains("To do:\nBook the hall, by");
        assertThat(toAnn).contains("Book the hall", "Agreed at “Planning”.");
        assertThat(toBo).contains("Nothing is open for you.");
        assertThat(rows("select 1 from deadline where organisation = $1")).hasSize(1);
        assertThat(text(cora.orders(Meeting.COMMAND, shift + ".p" + member(bo))))
                .as("Bo did not come")
                .doesNotContain("✓");
    }

    @Test
    void a_task_that_is_taken_back_is_owed_by_nobody() {
        // Given
        over();
        task("Book the hall", "Ann");

        // When
        cora.presses("Done");
        cora.presses("Tasks");
        String left = text(cora.presses("✗ Book the hall"));

        // Then
        assertThat(left).contains("What is to be done after Planning?").doesNotContain("Book the hall,");
        assertThat(text(ann.types("/tasks"))).contains("Nothing is open for you.");
    }

    @Test
    void whoever_leads_a_task_and_cannot_is_told_to_the_host_and_no_other_captain_sees_it() {
        // Given
        Volunteer maria = campaign.member(bot, "Maria");
        campaign.grant(maria, "captain", "tokyo");
        over();
        task("Book the hall", "Ann");
        ann.types("/tasks");
        ann.presses("Can't");
        rows(
                "update member set timezone = $2 where organisation = $1 and name in ('Cora', 'Maria')",
                PassingTime.evening(clock.now()));
        rows("update deadline_answer set said_at = said_at - interval '1 day',"
                + " reason_until = reason_until - interval '1 day' where organisation = $1");

        // When
        PassingTime time = new PassingTime(campaign, bot, all, jobs);
        time.round("who cannot");
        time.work();

        // Then
        assertThat(last(cora)).contains("Who can't, since I told you last:", "Book the hall", "· Ann");
        assertThat(seen(maria)).doesNotContain("Book the hall");
        assertThat(text(maria.types("/deadline"))).doesNotContain("Book the hall");
        assertThat(text(cora.types("/deadline"))).contains("One deadline:");
    }

    @Test
    void the_minutes_go_once_to_all_who_had_a_place_and_count_as_what_they_signed_up_for() {
        // Given
        Volunteer cy = campaign.member(bot, "Cy");
        rows("update member set language = 'da', timezone = 'Europe/Paris' where organisation = $1 and name = 'Bo'");
        over();
        cora.presses("· Bo");
        cora.presses("✓ Bo");
        cora.presses("Decisions");
        cora.types("We meet on Fridays.");
        task("Book the hall", "Me");
        cora.presses("Done");
        String preview = text(cora.presses("See the minutes"));

        // When
        String sent = text(cora.presses("Send the minutes"));
        work();
        String again = text(cora.orders(Meeting.COMMAND, shift + ".s1"));
        String late = text(cora.orders(Meeting.COMMAND, shift + ".d"));
        cora.types("We meet on Mondays.");
        work();

        // Then
        assertThat(preview)
                .contains(
                        "Cora, this is what came of Planning,",
                        "Decided:\n1. We meet on Fridays.",
                        "To do:\nBook the hall, by",
                        ": Cora",
                        "All 2 who had a place read it like this, once.");
        assertThat(sent).contains("✓ I send it to all 2 who had a place");
        assertThat(again).contains("The minutes of Planning went out");
        assertThat(late).contains("Nothing can be changed any more.");
        assertThat(last(ann)).contains("Ann, this is what came of Planning", "(Tokyo)", "1. We meet on Fridays.");
        assertThat(last(bo))
                .contains("Bo, det her kom der ud af Planning", "(Paris)", "Besluttet:\n1. We meet on Fridays.");
        assertThat(seen(ann)).containsOnlyOnce("this is what came of");
        assertThat(seen(cy)).doesNotContain("this is what came of");
        assertThat(rows("select 1 from unasked where organisation = $1")).isEmpty();
        assertThat(rows("select 1 from meeting_decision where organisation = $1"))
                .hasSize(1);
    }

    @Test
    void nobody_reads_minutes_in_their_night_or_while_they_want_quiet() {
        // Given
        Volunteer cy = campaign.member(bot, "Cy");
        cy.orders("shift", shift + ".s");
        over();
        campaign.settle(bot, "{\"quiet_hours\": \"21:00-08:00\"}");
        live("Ann", PassingTime.night(clock.now()));
        live("Bo", PassingTime.evening(clock.now()));
        live("Cy", PassingTime.evening(clock.now()));
        rows("update member set quiet_until = now() + interval '3 days' where organisation = $1 and name = 'Cy'");
        cora.presses("Decisions");
        cora.types("We meet on Fridays.");
        cora.presses("Done");
        cora.presses("See the minutes");
        cora.presses("Send the minutes");
        work();
        String atNight = seen(ann);

        // When
        live("Ann", PassingTime.evening(clock.now()));
        rows(
                "update shift_place set tell_at = now() - interval '1 second' where organisation = $1 and tell = 'minutes'");
        work();

        // Then
        assertThat(atNight).doesNotContain("this is what came of");
        assertThat(seen(ann)).containsOnlyOnce("this is what came of");
        assertThat(seen(bo)).containsOnlyOnce("this is what came of");
        assertThat(seen(cy)).doesNotContain("this is what came of");
    }

    @Test
    void only_what_was_looked_at_is_sent_and_not_before_it_is_over() {
        // Given
        passes(Duration.ofHours(2));
        cora.orders(Meeting.COMMAND, shift + ".d");
        cora.types("We meet on Fridays.");
        String early = text(cora.orders(Meeting.COMMAND, shift + ".m"));
        passes(Duration.ofMinutes(91));
        cora.orders(Meeting.COMMAND, shift + ".m");
        String stale = Volunteer.text(gateway.to(cora.chat()));

        // When
        cora.orders(Meeting.COMMAND, shift + ".d");
        cora.types("And on Mondays.");
        String shown = text(cora.presses("Send the minutes"));
        work();

        // Then
        assertThat(early).contains("Planning is not over yet.");
        assertThat(stale).contains("1. We meet on Fridays.");
        assertThat(shown).contains("2. And on Mondays.", "All 2 who had a place read it like this");
        assertThat(seen(ann)).doesNotContain("this is what came of");
        assertThat(rows("select 1 from shift where organisation = $1 and minutes_at is not null"))
                .isEmpty();
    }

    @Test
    void nobody_but_who_sees_to_it_notes_anything() {
        // Given
        over();

        // Then
        for (String deed : new String[] {"d", "q1", "t", "u1", "g0", "p1", "f", "m", "s0"}) {
            assertThat(text(ann.orders(Meeting.COMMAND, shift + "." + deed)))
                    .as(deed)
                    .contains("I can't find that meeting");
        }
        ann.types("We meet on Fridays.");
        assertThat(rows("select 1 from meeting_decision where organisation = $1"))
                .isEmpty();
    }

    private void live(String name, String zone) {
        rows("update member set timezone = $3 where organisation = $1 and name = $2", name, zone);
    }

    private void over() {
        passes(Duration.ofHours(2));
        passes(Duration.ofMinutes(91));
    }

    private void task(String said, String lead) {
        cora.orders(Meeting.COMMAND, shift + ".t");
        cora.types(said);
        cora.types(inDays(9));
        cora.presses(lead);
    }

    private String inDays(int days) {
        return clock.now().atZone(LONDON).toLocalDate().plusDays(days).toString();
    }

    private long member(Volunteer volunteer) {
        return rows("select id from member where organisation = $1 and telegram_user = $2", volunteer.chat())
                .get(0)
                .getLong("id");
    }
}
