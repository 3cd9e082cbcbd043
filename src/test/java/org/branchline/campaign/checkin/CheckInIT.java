package org.branchline.campaign.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.LocalDateTime;
import org.branchline.campaign.prompt.Prompts;
import org.branchline.intake.Recorded;
import org.branchline.intake.Speech;
import org.branchline.intake.Volunteer;
import org.junit.jupiter.api.Test;

/** A captain's week. */
@QuarkusTest
@TestProfile(Recorded.class)
class CheckInIT extends CheckInCase {

    @Test
    void three_presses_after_the_first_bring_the_branchs_card_and_end_the_ladder() {
        // Given
        sunday(0);

        // When
        maria.presses("Yes");
        maria.presses("Yes");
        maria.presses("6 to 20");
        String end = text(maria.presses("Skip"));
        rung(0, Rung.NUDGE);
        rung(0, Rung.BUDDY);

        // Then
        assertThat(end).contains("Thanks, Maria.", "Tokyo, the last 7 days:", "3 joined, 3 in all");
        assertThat(times(maria, "still open")).isZero();
        assertThat(times(bo, "has not answered")).isZero();
    }

    @Test
    void the_card_says_how_far_the_branchs_deadlines_are() {
        // Given
        rows("""
                with d as (
                  insert into deadline (organisation, bot, fallback, titles, tasks, link, due_on, audience, whom, ladder, made_at)
                  values ($1, $2, 'en', '{"en": "Register to vote"}', '{"en": "Open the page."}', '', '2099-05-04', '{}', '', '7d',
                    now()) returning id)
                insert into deadline_answer (organisation, deadline, member, said, said_at)
                select $1, d.id, m.id, case m.name when 'Bo' then 'done' else 'cannot' end, now() from d
                join member m on m.organisation = $1 and m.name in ('Bo', 'Cora')
                """, bot.id());
        sunday(0);

        // When
        String end = text(maria.presses("Quiet week"));

        // Then
        assertThat(end).contains("Register to vote, by Mon 4 May: 1 of 3 done, 1 can't");
    }

    @Test
    void it_comes_on_top_of_what_a_captain_got_that_day_and_counts_for_no_budget() {
        // Given
        rows("update member set weekly_messages = 1 where organisation = $1");
        rows("""
                insert into unasked (organisation, member, day, content)
                select $1, id, (now() at time zone 'Asia/Tokyo')::date, 0 from member where organisation = $1
                """);

        // When
        sunday(0);

        // Then
        assertThat(times(maria, FIRST)).isEqualTo(1);
        assertThat(rows("select 1 from unasked where organisation = $1 and content <> 0"))
                .isEmpty();
    }

    @Test
    void whoever_is_silent_gets_one_nudge_whose_button_asks_again() {
        // Given
        sunday(0);
        quietChats();

        // When
        rung(0, Rung.NUDGE);
        rung(0, Rung.NUDGE);
        String again = text(maria.presses("Answer"));

        // Then
        assertThat(times(maria, "Maria, the check-in of Tokyo is still open.")).isEqualTo(1);
        assertThat(again).contains(FIRST);
        assertThat(times(cora, "Maria")).isZero();
    }

    @Test
    void a_buddy_takes_it_and_the_captain_hears_of_it() {
        // Given
        sunday(0);
        rung(0, Rung.NUDGE);

        // When
        rung(0, Rung.BUDDY);
        String asked = text(bo.presses("Answer for them"));
        String end = text(bo.presses("Quiet week"));
        rung(0, Rung.CARD);

        // Then
        assertThat(times(bo, "Bo, Maria has not answered this week's check-in of Tokyo."))
                .isEqualTo(1);
        assertThat(asked).contains(FIRST);
        assertThat(end).contains("Thanks, Bo.", "Tokyo, the last 7 days:");
        assertThat(times(maria, "Bo answered this week's check-in for you.")).isEqualTo(1);
        assertThat(times(cora, "1 of 1")).isEqualTo(1);
    }

    @Test
    void only_those_who_look_after_the_branch_take_it() {
        // Given
        Volunteer pia = livesIn("Pia", TOKYO);
        campaign.grant(pia, "buddy", "paris");
        sunday(0);

        // When
        String said = text(pia.types("/checkin t" + prompt + "."
                + rows("select id from member where organisation = $1 and name = 'Maria'")
                        .get(0)
                        .getLong("id")));

        // Then
        assertThat(said).contains("I ask that of those who look after others here.");
    }

    @Test
    void whoever_is_away_is_not_asked_before_they_are_back() {
        // Given
        sunday(0);
        maria.presses("I'm away until");

        // When
        maria.types(sunday.toLocalDate().plusDays(10).toString());
        sunday(1);
        long away = times(maria, FIRST);
        sunday(2);

        // Then
        assertThat(away).isEqualTo(1);
        assertThat(times(maria, FIRST)).isEqualTo(2);
        assertThat(rows("select excused from prompt_asked where organisation = $1 order by occurrence"))
                .extracting(row -> row.getString("excused"))
                .containsExactly(null, "away", null);
    }

    @Test
    void a_captain_chooses_to_be_asked_every_second_week() {
        // Given
        sunday(0);
        maria.presses("Quiet week");

        // When
        maria.presses("Ask me less often");
        String chosen = text(maria.presses("Every 2 weeks"));
        sunday(1);
        long off = times(maria, FIRST);
        sunday(2);

        // Then
        assertThat(chosen).contains("every second week");
        assertThat(off).isEqualTo(1);
        assertThat(times(maria, FIRST)).isEqualTo(2);
    }

    @Test
    void last_weeks_blocker_comes_back_and_goes_to_a_person_who_is_named() {
        // Given
        sunday(0);
        maria.presses("Yes");
        maria.presses("No");
        maria.presses("Nobody yet");
        maria.types("We have no leaflets.");
        maria.presses("Done");
        sunday(1);

        // When
        String back = text(maria.presses("Quiet week"));
        String passed = text(maria.presses("I need someone"));

        // Then
        assertThat(back).contains("Last time this stood in your way: “We have no leaflets.”");
        assertThat(passed).contains("Cora has it now");
        assertThat(times(cora, "We have no leaflets.")).isEqualTo(1);
        sunday(2);
        assertThat(text(maria.presses("Quiet week"))).doesNotContain("leaflets");
    }

    @Test
    void a_coordinator_reads_who_is_silent_and_writes_to_whoever_is_so_for_the_third_week() {
        // Given
        Volunteer pierre = livesIn("Pierre", "Europe/Paris");
        campaign.grant(pierre, "captain", "paris");
        rows("""
                insert into prompt_asked (organisation, prompt, occurrence, member, asked_at)
                select $1, $2, o, m.id, now() from member m, unnest($3::text[]) o
                where m.organisation = $1 and m.name = 'Pierre'
                """, prompt, new String[] {
            sunday.minusWeeks(2).toString(), sunday.minusWeeks(1).toString(), sunday.toString()
        });
        sunday(0);
        maria.presses("Quiet week");

        // When
        rung(0, Rung.CARD);
        rung(0, Rung.CARD);
        cora.presses("1. Write to Pierre");
        String sent = text(cora.types("Is everything all right?"));

        // Then
        assertThat(times(cora, "1 of 2")).isEqualTo(1);
        assertThat(times(cora, "The time before it was 0.")).isEqualTo(1);
        assertThat(times(cora, "1. Paris: silent for 3 weeks")).isEqualTo(1);
        assertThat(sent).contains("On its way to Pierre.");
        assertThat(times(pierre, "Is everything all right?")).isEqualTo(1);
    }

    @Test
    void the_card_says_which_questions_wait_and_a_press_shows_one_to_be_answered() {
        // Given
        maria.types("Where are the leaflets?");
        maria.presses("Send it to Cora");
        sunday(0);
        rung(0, Rung.CARD);

        // When
        String shown = text(cora.presses("2. Answer"));

        // Then
        assertThat(times(cora, "1. Tokyo: silent this week\n2. a question from Maria, Tokyo, "))
                .isEqualTo(1);
        assertThat(shown).contains("Where are the leaflets?");
    }

    @Test
    void whoever_does_something_else_first_sends_the_captain_nothing() {
        // Given
        cora.types("/write " + number("Maria"));

        // When
        cora.types("/deadline");
        String said = text(cora.types("Sign up for the phone bank"));

        // Then
        assertThat(said).doesNotContain("On its way to Maria");
        assertThat(times(maria, "Sign up for the phone bank")).isZero();
    }

    @Test
    void a_command_of_somebody_who_is_not_asked_what_to_write_looks_for_no_letter() {
        // Given
        rows(
                "insert into check_in_letter (organisation, bot, member, captain, asked_at) values ($1, $2, $3, $4, now())",
                bot.id(),
                number("Bo"),
                number("Maria"));
        rows("update chat set writing = false where organisation = $1");

        // When
        bo.types("/help");

        // Then
        assertThat(rows("select 1 from check_in_letter where organisation = $1"))
                .hasSize(1);
    }

    @Test
    void whoever_may_no_more_sends_the_captain_nothing() {
        // Given
        cora.types("/write " + number("Maria"));
        rows("delete from member_role where organisation = $1 and role = 'coordinator'");

        // When
        cora.types("Is everything all right?");

        // Then
        assertThat(times(maria, "Is everything all right?")).isZero();
    }

    @Test
    void only_check_ins_can_be_taken() {
        // Given
        rows("update prompt set check_in = false where organisation = $1");
        sunday(0);

        // When
        String said = text(bo.types("/checkin t" + prompt + "." + number("Maria")));

        // Then
        assertThat(said).contains("There is no check-in here yet.");
    }

    @Test
    void whoever_answers_though_they_said_they_were_away_is_asked_again_the_week_after() {
        // Given
        sunday(0);
        maria.presses("I'm away until");
        maria.types(sunday.toLocalDate().plusDays(10).toString());

        // When
        maria.types("/checkin every1");
        sunday(1);

        // Then
        assertThat(times(maria, FIRST)).isEqualTo(2);
    }

    @Test
    void whoever_answers_while_away_is_back() {
        // Given
        sunday(0);
        rows(
                "insert into check_in_choice (organisation, member, since, away_until) values ($1, $2, $3, $4)",
                number("Maria"),
                sunday.toLocalDate(),
                sunday.toLocalDate().plusDays(20));

        // When
        maria.presses("Quiet week");
        sunday(1);

        // Then
        assertThat(times(maria, FIRST)).isEqualTo(2);
    }

    @Test
    void a_captains_blocker_does_not_come_back_to_a_buddy() {
        // Given
        sunday(0);
        maria.presses("Yes");
        maria.presses("No");
        maria.presses("Nobody yet");
        maria.types("We have no leaflets.");
        maria.presses("Done");
        sunday(1);
        rung(1, Rung.BUDDY);

        // When
        bo.presses("Answer for them");
        bo.presses("Quiet week");

        // Then
        assertThat(times(bo, "Thanks, Bo.")).isEqualTo(1);
        assertThat(times(bo, "leaflets")).isZero();
    }

    @Test
    void it_is_asked_for_itself_whatever_else_waits() {
        // Given
        sunday(0);
        maria.presses("Quiet week");
        rows("""
                with k as (
                  insert into content (organisation, payloads, fallback, units)
                  select organisation, payloads, fallback, 10 from content where organisation = $1 limit 1 returning id),
                b as (
                  insert into broadcast (organisation, bot, content, key, request, kind, audience, actions, state, goes_at, last_at,
                    held_until, rides, playbook)
                  select $1, $2, id, 'waits', '', 'service', '{}', '{}', 'going', now(), now(), now(), true, '' from k returning content)
                insert into outbox (organisation, bot, chat, priority, doubt, state, due_at, content, member)
                select $1, $2, m.telegram_user, 2, 'report', 'held', now(), b.content, m.id from b
                join member m on m.organisation = $1 and m.name = 'Maria'
                """, bot.id());

        // When
        sunday(1);

        // Then
        assertThat(times(maria, FIRST)).isEqualTo(2);
        assertThat(rows("select 1 from prompt_asked where organisation = $1 and run is not null"))
                .hasSize(2);
    }

    @Test
    void it_is_answered_late_by_a_command_and_then_counts_as_answered() {
        // Given
        sunday(0);
        rows("update run set stage = 'left' where organisation = $1 and playbook = 'branch-week'");
        rows("update chat set front = null where organisation = $1");

        // When
        String asked = text(maria.types("/checkin"));
        maria.presses("Quiet week");
        String again = text(maria.types("/checkin"));

        // Then
        assertThat(asked).contains(FIRST);
        assertThat(again).contains("This week is answered, thank you. The next check-in is on");
    }

    @Test
    void whoever_is_asked_every_second_week_reads_which_one_is_next() {
        // Given
        sunday(0);
        maria.presses("Quiet week");
        maria.presses("Ask me less often");
        maria.presses("Every 2 weeks");

        // When
        String said = text(maria.types("/checkin"));

        // Then
        String next = Speech.day("en", sunday.plusWeeks(2).toLocalDate());
        assertThat(said).contains("The next check-in is on " + next + ".");
    }

    @Test
    void whoever_answers_early_is_not_asked_on_the_day() {
        // Given
        rows("update prompt set starts = starts + interval '6 hours' where organisation = $1");
        LocalDateTime soon = sunday.plusHours(6);

        // When
        maria.types("/checkin");
        maria.presses("Quiet week");
        falls(Prompts.KIND, soon.toString(), TOKYO);

        // Then
        assertThat(times(maria, FIRST)).isEqualTo(1);
    }
}
