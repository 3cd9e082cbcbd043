package org.branchline.campaign.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.branchline.campaign.audience.Audience;
import org.branchline.conversation.Button;
import org.branchline.conversation.Outgoing;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.junit.jupiter.api.Test;

/** What falls due to a member on one day is one message. */
@QuarkusTest
@TestProfile(Recorded.class)
class SameDayIT extends BroadcastCase {

    private static final Duration HOLD = Duration.ofHours(1);

    @Test
    void two_things_of_one_day_come_as_one_message_and_each_is_counted_as_sent() {
        // Given
        long bank = begun(asking("Phone bank tonight, {name}?"), "bank");
        long register = begun(draft("Register by Friday.", HOLD), "register");

        // When
        holdsEnd();
        Counts banks = closed(bank);
        Counts registers = closed(register);
        String read = text(ann.reads());

        // Then
        assertThat(List.of(banks.byState(), registers.byState())).containsOnly(Map.of("sent", 2L));
        assertThat(read).contains("2 things for you today:", ". Phone bank tonight, Ann?", ". Register by Friday.");
        assertThat(read.split("You get this as a member", -1)).hasSize(2);
        assertThat(rows("select 1 from unasked where organisation = $1")).hasSize(2);
    }

    @Test
    void what_the_calendar_says_later_on_the_same_day_comes_along_and_what_it_says_tomorrow_does_not() {
        // Given
        long now = begun(draft("Now.", HOLD), "now");
        long tonight = begun(draft("Tonight.", HOLD), "tonight");
        long tomorrow = begun(draft("Tomorrow.", HOLD), "tomorrow");
        rows("update broadcast set origin = key where organisation = $1 and id <> $2", now);
        callBackEnds();
        due(tonight, "- interval '1 second'");
        due(tomorrow, "+ interval '1 second'");

        // When
        goes(now);
        closed(now);

        // Then
        assertThat(closed(tonight).byState()).isEqualTo(Map.of("sent", 2L));
        assertThat(counts(tomorrow).byState()).isEqualTo(Map.of("held", 2L));
        assertThat(text(ann.reads())).contains(". Now.", ". Tonight.").doesNotContain("Tomorrow.");
    }

    @Test
    void what_somebody_wrote_for_an_hour_never_leaves_before_it() {
        // Given
        long now = begun(draft("Now.", HOLD), "now");
        long results = begun(draft("The results.", HOLD), "results");
        callBackEnds();
        due(results, "- interval '1 second'");

        // When
        goes(now);
        closed(now);

        // Then
        assertThat(counts(results).byState()).isEqualTo(Map.of("held", 2L));
        assertThat(text(ann.reads())).doesNotContain("The results.");
    }

    @Test
    void what_can_still_be_called_back_is_not_taken_along() {
        // Given
        long now = begun(draft("Now.", HOLD), "now");
        long held = begun(draft("Held.", HOLD), "held");
        due(held, "- interval '1 second'");

        // When
        goes(now);
        closed(now);

        // Then
        assertThat(counts(held).byState()).isEqualTo(Map.of("held", 2L));
        assertThat(text(ann.reads())).doesNotContain("Held.");
    }

    @Test
    void a_press_on_one_of_them_leaves_the_buttons_of_the_other() {
        // Given
        long bank = begun(asking("Phone bank?"), "bank");
        long stall = begun(asking("Street stall?"), "stall");
        holdsEnd();
        closed(bank);
        closed(stall);
        ann.reads();

        // When
        ann.presses("2 · I'm in");
        List<Outgoing> answer = ann.presses("1 · Can't");

        // Then
        List<Button> buttons = ((Outgoing.Rebutton) answer.get(answer.size() - 1))
                .keyboard().rows().stream().flatMap(List::stream).toList();
        assertThat(buttons)
                .extracting(Button::label)
                .containsExactly("1 · I'm in", "✓ 1 · Can't", "✓ 2 · I'm in", "2 · Can't");
        assertThat(List.of(counts(bank).answers(), counts(stall).answers()))
                .containsExactlyInAnyOrder(List.of(0L, 1L), List.of(1L, 0L));
    }

    @Test
    void a_press_on_an_uncertain_message_proves_all_of_it() {
        // Given
        long bank = begun(asking("Phone bank?"), "bank");
        long stall = begun(asking("Street stall?"), "stall");
        holdsEnd();
        closed(bank);
        closed(stall);
        ann.reads();
        rows("update outbox set state = 'uncertain' where organisation = $1 and content is not null");

        // When
        ann.presses("2 · I'm in");

        // Then
        assertThat(rows("select 1 from outbox where organisation = $1 and state = 'sent' and reason = 'PROVEN'"
                        + " and content is not null"))
                .hasSize(2);
    }

    @Test
    void what_is_sent_again_goes_by_itself_on_the_same_day() {
        // Given
        long bank = begun(asking("Phone bank?"), "bank");
        long stall = begun(asking("Street stall?"), "stall");
        holdsEnd();
        closed(bank);
        closed(stall);
        ann.reads();
        rows("update outbox set state = 'uncertain' where organisation = $1 and content is not null");

        // When
        for (long id : List.of(bank, stall)) {
            tx(tx -> broadcasts.resendUncertain(tx::query, bot.organisation(), id, clock.now()));
            closed(id);
        }

        // Then
        assertThat(List.of(counts(bank).byState(), counts(stall).byState())).containsOnly(Map.of("sent", 2L));
        assertThat(rows("select 1 from outbox where organisation = $1 and joined is not null"))
                .isEmpty();
    }

    @Test
    void what_comes_back_after_it_was_called_back_is_given_up_and_the_broadcast_ends() {
        // Given
        long bank = begun(asking("Phone bank?"), "bank");
        tx(tx -> broadcasts.cancel(tx::query, bot.organisation(), bank));
        TestCampaign.now(withdrawing.run(job(bank)));

        // When
        rows(
                "update outbox set state = 'held', reason = null, done_at = null where organisation = $1 and content is not null");

        // Then
        assertThat(closed(bank).failed()).isEqualTo(Map.of("CANCELLED", 2L));
    }

    private static Draft asking(String text) {
        return new Draft(
                Audience.EVERYONE, Map.of("en", text), Map.of("en", List.of("I'm in", "Can't")), Kind.SERVICE, HOLD);
    }

    /** By the members' clock: so long before or after the end of their day. */
    private void due(long id, String around) {
        rows(
                "update outbox o set due_at = ((date_trunc('day', now() at time zone 'Asia/Tokyo') + interval '1 day') "
                        + around + ") at time zone 'Asia/Tokyo' from broadcast b"
                        + " where o.organisation = $1 and b.organisation = $1 and b.id = $2 and o.content = b.content",
                id);
    }

    /** All of them go now. */
    private void holdsEnd() {
        callBackEnds();
        rows("""
                with b as (update broadcast set goes_at = now() where organisation = $1 returning content)
                update outbox o set due_at = now() from b where o.organisation = $1 and o.content = b.content
                """);
    }

    private void callBackEnds() {
        rows("update broadcast set held_until = now() where organisation = $1");
    }

    private void goes(long id) {
        rows("""
                with b as (update broadcast set goes_at = now() where organisation = $1 and id = $2 returning content)
                update outbox o set due_at = now() from b where o.organisation = $1 and o.content = b.content
                """, id);
    }

    @Test
    void up_to_four_texts_of_one_day_come_as_one_message_and_a_fifth_waits() {
        // Given
        for (int number = 1; number <= 5; number++) {
            begun(draft("Thing number " + number + ".", HOLD), "thing" + number);
        }

        // When
        holdsEnd();
        String read = text(ann.reads());

        // Then
        assertThat(read).contains("4 things for you today:", "4. Thing number").doesNotContain("5. Thing number");
        assertThat(sent("Ann")).isEqualTo(4);
    }

    @Test
    void more_than_a_message_can_hold_is_not_put_into_one() {
        // Given
        for (int number = 1; number <= 3; number++) {
            begun(draft("Long " + number + " " + "x".repeat(1_700), HOLD), "long" + number);
        }

        // When
        holdsEnd();
        String read = text(ann.reads());

        // Then
        assertThat(read).contains("2 things for you today:");
        assertThat(read.strip().length()).isLessThanOrEqualTo(4_096);
        assertThat(sent("Ann")).isEqualTo(2);
    }

    private int sent(String name) {
        return rows(
                        "select 1 from outbox o join member m on m.organisation = $1 and m.id = o.member"
                                + " where o.organisation = $1 and m.name = $2 and o.content is not null and o.state in ('sending', 'sent')",
                        name)
                .size();
    }
}
