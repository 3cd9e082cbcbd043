package org.branchline.campaign.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.branchline.campaign.audience.Audience;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A prompt asks each of its audience once an occurrence, at their own hour. */
@QuarkusTest
@TestProfile(Recorded.class)
class PromptsIT extends PromptCase {

    private static final String TOKYO = "Asia/Tokyo";
    private static final String PARIS = "Europe/Paris";
    private static final String NEW_YORK = "America/New_York";

    private Volunteer ann;

    @BeforeEach
    void annLivesInTokyo() {
        ann = livesIn("Ann", TOKYO);
    }

    @Test
    void each_is_asked_the_first_question_when_it_is_that_hour_where_they_live_and_once() {
        // Given
        Volunteer pia = livesIn("Pia", PARIS);
        Volunteer nick = livesIn("Nick", NEW_YORK);
        begun("FREQ=DAILY;COUNT=1", tomorrow());
        String occurrence = tomorrow().toString();

        // When
        falls(Prompts.KIND, occurrence, TOKYO);
        List<Long> first = List.of(times(ann, FIRST), times(pia, FIRST), times(nick, FIRST));
        falls(Prompts.KIND, occurrence, PARIS);
        falls(Prompts.KIND, occurrence, NEW_YORK);
        work();

        // Then
        assertThat(first).containsExactly(1L, 0L, 0L);
        assertThat(List.of(times(ann, FIRST), times(pia, FIRST), times(nick, FIRST)))
                .containsOnly(1L);
        assertThat(rows(
                        "select 1 from prompt_asked where organisation = $1 and run is not null and occurrence = $2",
                        occurrence))
                .hasSize(3);
        assertThat(rows("select reason from outbox where organisation = $1 and content is not null and state = 'sent'"))
                .extracting(row -> row.getString("reason"))
                .containsOnly("ASKED")
                .hasSize(3);
        assertThat(rows("select 1 from unasked where organisation = $1")).hasSize(3);
    }

    @Test
    void whoever_is_in_the_middle_of_something_is_told_once_it_is_over() {
        // Given
        ann.types("/start");
        ann.presses("Skills audit");
        begun("FREQ=DAILY;COUNT=1", tomorrow());

        // When
        falls(Prompts.KIND, tomorrow().toString(), TOKYO);
        long during = times(ann, "Weekly check-in");
        String after = text(ann.types("/cancel"));
        String now = text(ann.presses("Now"));

        // Then
        assertThat(during).isZero();
        assertThat(after).contains("Weekly check-in");
        assertThat(now).contains(FIRST);
    }

    @Test
    void whoever_moves_on_is_asked_once() {
        // Given
        begun("FREQ=DAILY;COUNT=1", tomorrow());
        falls(Prompts.KIND, tomorrow().toString(), TOKYO);
        Volunteer pia = livesIn("Pia", PARIS);

        // When
        moves(ann, PARIS);
        falls(Prompts.KIND, tomorrow().toString(), PARIS);

        // Then
        assertThat(List.of(times(ann, FIRST), times(pia, FIRST))).containsOnly(1L);
    }

    @Test
    void one_occurrence_can_be_taken_out() {
        // Given
        LocalDateTime taken = tomorrow();
        Prompt prompt = prompt(begun("FREQ=DAILY;COUNT=2", taken));

        // When
        does(writes -> Prompts.skip(writes, prompt, taken));
        falls(Prompts.KIND, taken.toString(), TOKYO);
        long skipped = times(ann, FIRST);
        falls(Prompts.KIND, taken.plusDays(1).toString(), TOKYO);

        // Then
        assertThat(skipped).isZero();
        assertThat(times(ann, FIRST)).isEqualTo(1);
    }

    @Test
    void nothing_is_asked_in_a_pause_and_the_rest_after_it() {
        // Given
        Prompt prompt = prompt(begun("FREQ=DAILY;COUNT=2", tomorrow()));

        // When
        does(writes -> Prompts.pause(writes, prompt));
        falls(Prompts.KIND, tomorrow().toString(), TOKYO);
        long paused = times(ann, FIRST);
        does(writes -> Prompts.goOn(writes, prompt, clock.now()));
        plan();
        falls(Prompts.KIND, tomorrow().plusDays(1).toString(), TOKYO);

        // Then
        assertThat(paused).isZero();
        assertThat(times(ann, FIRST)).isEqualTo(1);
    }

    @Test
    void nothing_is_asked_after_its_end() {
        // Given
        Prompt prompt = prompt(begun("FREQ=DAILY", tomorrow()));

        // When
        does(writes -> Prompts.end(writes, prompt));
        falls(Prompts.KIND, tomorrow().toString(), TOKYO);
        plan();

        // Then
        assertThat(times(ann, FIRST)).isZero();
        assertThat(rows("select 1 from occurrence where organisation = $1")).isEmpty();
    }

    @Test
    void of_the_hours_of_an_outage_one_is_asked_and_the_others_are_kept_as_skipped() {
        // Given
        LocalDateTime start = tomorrow();
        begun("FREQ=HOURLY;COUNT=8", start);

        // When
        rows("""
                update occurrence o set due_at = now() - (8 - extract(hour from o.occurrence::timestamp - $2::timestamp))
                    * interval '1 hour', late_at = now() + interval '4 hours'
                where o.organisation = $1 and o.zone = 'Asia/Tokyo'
                """, start);
        work();

        // Then
        assertThat(times(ann, FIRST)).isEqualTo(1);
        assertThat(rows("select occurrence from occurrence where organisation = $1 and state = 'passed'"))
                .hasSize(7);
        assertThat(rows("select occurrence from prompt_asked where organisation = $1"))
                .extracting(row -> row.getString("occurrence"))
                .containsExactly(start.plusHours(7).toString());
    }

    @Test
    void a_night_is_waited_for_unless_it_makes_it_too_late() {
        // Given
        campaign.settle(bot, "{\"quiet_hours\": \"00:00-23:59\"}");
        begun(new Wanted(
                PLAYBOOK, Audience.EVERYONE, "", rule("FREQ=DAILY;COUNT=1", tomorrow()), Duration.ofMinutes(1), false));

        // When
        falls(Prompts.KIND, tomorrow().toString(), TOKYO);

        // Then
        assertThat(times(ann, FIRST)).isZero();
        assertThat(rows("select state, reason from outbox where organisation = $1 and content is not null"))
                .extracting(row -> row.getString("reason"))
                .containsExactly("TOO_LATE");
    }

    @Test
    void together_with_something_else_of_the_day_it_is_an_offer_whose_button_asks() {
        // Given
        campaign.settle(bot, "{\"quiet_hours\": \"00:00-23:59\"}");
        rows("update member set weekly_messages = 2 where organisation = $1");
        Wanted patient = new Wanted(
                PLAYBOOK, Audience.EVERYONE, "", rule("FREQ=DAILY;COUNT=1", tomorrow()), Duration.ofDays(2), false);
        begun(patient);
        begun(patient);
        falls(Prompts.KIND, tomorrow().toString(), TOKYO);

        // When
        rows("update broadcast set quiet_from = null, quiet_until = null where organisation = $1");
        rows("update outbox set due_at = now() where organisation = $1 and state = 'held'");
        work();
        String read = text(ann.presses("1 · Start"));

        // Then
        assertThat(times(ann, "2 things for you today")).isEqualTo(1);
        assertThat(read).contains(FIRST);
        assertThat(rows("select 1 from prompt_asked where organisation = $1 and run is not null"))
                .hasSize(1);
    }

    @Test
    void what_nobody_finished_makes_way_for_the_next_time() {
        // Given
        begun("FREQ=DAILY;COUNT=2", tomorrow());
        rows("update member set weekly_messages = 1000 where organisation = $1");
        falls(Prompts.KIND, tomorrow().toString(), TOKYO);
        quietChats();

        // When
        falls(Prompts.KIND, tomorrow().plusDays(1).toString(), TOKYO);

        // Then
        assertThat(times(ann, FIRST)).isEqualTo(2);
        assertThat(rows("select stage from run where organisation = $1 and playbook = 'branch-week' order by id"))
                .extracting(row -> row.getString("stage"))
                .containsExactly("expired", "asking");
    }

    @Test
    void whoever_asked_for_quiet_is_not_asked() {
        // Given
        ann.types("/quiet month");
        begun("FREQ=DAILY;COUNT=1", tomorrow());

        // When
        falls(Prompts.KIND, tomorrow().toString(), TOKYO);
        ann.types("/quiet end");
        TestCampaign.now(waiting.work(bot.organisation()));

        // Then
        assertThat(times(ann, FIRST)).isZero();
        assertThat(rows("select 1 from prompt_asked where organisation = $1")).isEmpty();
    }
}
