package org.branchline.campaign.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.branchline.intake.Recorded;
import org.branchline.intake.Volunteer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom a prompt did not ask, as its coordinator looks them up. */
@QuarkusTest
@TestProfile(Recorded.class)
class NotAskedIT extends PromptCase {

    private Volunteer cora;
    private long prompt;

    @BeforeEach
    void annHadEnoughMessages() {
        cora = livesIn("Cora", "Europe/Paris");
        campaign.grant(cora, "coordinator", null);
        livesIn("Ann", "Asia/Tokyo");
        rows("update member set weekly_messages = 1 where organisation = $1 and name = 'Ann'");
        prompt = begun("FREQ=DAILY;COUNT=2", tomorrow());
        falls(Prompts.KIND, tomorrow().toString(), "Asia/Tokyo");
        falls(Prompts.KIND, tomorrow().plusDays(1).toString(), "Asia/Tokyo");
    }

    private String shown() {
        cora.types("/prompt");
        return text(cora.presses("1. Weekly check-in"));
    }

    @Test
    void a_coordinator_reads_who_and_why() {
        // Given
        String shown = shown();

        // When
        String who = text(cora.presses("Show who was not asked"));
        String back = text(cora.presses("Show it"));

        // Then
        assertThat(shown).contains("1 person was not asked in the last days.");
        assertThat(who.strip())
                .startsWith("Not asked in the last days:\n· Ann, Tokyo (")
                .endsWith("): had enough messages this week");
        assertThat(back).isEqualTo(shown);
        assertThat(rows("select 1 from audit where organisation = $1 and what = 'looked at whom a prompt did not ask'"))
                .hasSize(1);
    }

    @Test
    void many_are_read_page_by_page() {
        // Given
        rows("""
                with them as (
                  insert into member (organisation, telegram_user, name, language)
                  select $1, 9000000000 + n, 'M' || n, 'en' from generate_series(1, 30) n returning id)
                insert into outbox (organisation, bot, chat, member, content, priority, doubt, state, reason, due_at, done_at)
                select $1, o.bot, o.chat, them.id, o.content, o.priority, o.doubt, o.state, 'TOO_LATE', o.due_at, o.done_at
                from outbox o cross join them where o.organisation = $1 and o.reason = 'BUDGET'
                """);
        String shown = shown();

        // When
        String first = text(cora.presses("Show who was not asked"));
        String second = text(cora.presses("More →"));

        // Then
        assertThat(shown).contains("31 people were not asked");
        assertThat(first.lines().filter(line -> line.startsWith("· "))).hasSize(20);
        assertThat(second.lines().filter(line -> line.startsWith("· ")))
                .hasSize(11)
                .noneMatch(first::contains)
                .anyMatch(line -> line.startsWith("· Ann"));
        assertThat(first).contains(": not in time");
    }

    @Test
    void whoever_does_not_look_after_all_of_it_reads_no_names() {
        // Given
        Volunteer rita = livesIn("Rita", "Europe/Paris");
        campaign.grant(rita, "coordinator", "paris");

        // When
        String said = text(rita.orders("prompt", "who." + prompt));

        // Then
        assertThat(said).doesNotContain("Ann");
    }

    @Test
    void where_nobody_was_left_out_there_is_nothing_to_open() {
        // Given
        rows("delete from outbox where organisation = $1 and reason = 'BUDGET'");

        // When
        String shown = shown();
        String who = text(cora.orders("prompt", "who." + prompt + ".99999999999999999999"));

        // Then
        assertThat(shown).doesNotContain("not asked");
        assertThat(who).contains("In the last days nobody was left out.");
    }

    @Test
    void zones_in_which_it_was_skipped_are_named() {
        // Given
        rows("update occurrence set state = 'passed' where organisation = $1 and zone = 'Europe/Paris'");
        rows("update occurrence set due_at = now() - interval '1 hour' where organisation = $1 and state = 'passed'");

        // When
        String shown = shown();

        // Then
        assertThat(shown).contains("was skipped in 1 time zone (Paris): it would have been too late.");
    }
}
