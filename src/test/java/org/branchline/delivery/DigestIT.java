package org.branchline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Map;
import org.branchline.conversation.Outgoing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows that go with another one's message share what becomes of it. */
class DigestIT extends ClaimCase {

    private long first;
    private long second;

    @BeforeEach
    void twoThingsInOneMessage() {
        first = row("First, {name}", "queued", null);
        second = row("Second", "joined", first);
        ask("update outbox set digest = true where organisation = $1 and id = $2", organisation(), first);
    }

    @Test
    void they_are_claimed_and_sent_together() {
        // When
        List<Parcel> claimed = now(rows.claim(bot, FENCE, 8, false)).parcels();
        String underWay = state(second);
        now(rows.mark(bot, List.of(Mark.of(claimed.get(0), new Outcome.Sent(7)))));

        // Then
        assertThat(claimed).hasSize(1);
        assertThat(((Outgoing.Say) claimed.get(0).letter().outgoing()).text())
                .isEqualTo("2 things for you today:\n\n1. First, Ada\n\n2. Second");
        assertThat(underWay).isEqualTo("sending");
        assertThat(states()).containsOnly("sent");
        assertThat(one(second).getLong("message")).isEqualTo(7);
    }

    @Test
    void what_goes_back_into_the_queue_takes_them_along() {
        // Given
        Parcel claimed = claimed();

        // When
        now(rows.mark(bot, List.of(Mark.back(claimed))));
        String meanwhile = state(second);
        Parcel again = claimed();

        // Then
        assertThat(meanwhile).isEqualTo("joined");
        assertThat(((Outgoing.Say) again.letter().outgoing()).text()).contains("2. Second");
    }

    @Test
    void in_doubt_about_the_message_is_in_doubt_about_all_and_another_try_of_one_is_its_own() {
        // Given
        now(rows.mark(bot, List.of(Mark.of(claimed(), new Outcome.Doubtful("cut")))));
        List<String> doubted = states();

        // When
        ask("update outbox set state = 'held' where organisation = $1 and id = $2", organisation(), first);

        // Then
        assertThat(doubted).containsOnly("uncertain");
        assertThat(state(second)).isEqualTo("uncertain");
        assertThat(one(second).getLong("joined")).isNull();
    }

    @Test
    void what_a_dead_process_left_under_way_is_uncertain_as_a_whole() {
        // Given
        claimed();

        // When
        now(rows.inherit(bot));

        // Then
        assertThat(states()).containsOnly("uncertain");
    }

    @Test
    void blocked_is_blocked_for_all_of_it() {
        // When
        now(rows.mark(bot, List.of(Mark.of(claimed(), new Outcome.Refused(Outcome.Refused.Reason.BLOCKED, "403")))));

        // Then
        assertThat(states()).containsOnly("failed");
        assertThat(one(second).getString("reason")).isEqualTo("BLOCKED");
    }

    @Test
    void what_is_called_back_leaves_the_others_alone() {
        // When
        ask(
                "update outbox set state = 'failed', reason = 'CANCELLED' where organisation = $1 and id = $2",
                organisation(),
                first);

        // Then
        assertThat(state(second)).isEqualTo("held");
        assertThat(one(second).getLong("joined")).isNull();
    }

    @Test
    void what_is_over_by_now_is_left_out_of_the_message() {
        // Given
        ask(
                "update content set until = now() where organisation = $1 and id = $2",
                organisation(),
                one(second).getLong("content"));

        // When
        Parcel claimed = claimed();

        // Then
        assertThat(((Outgoing.Say) claimed.letter().outgoing()).text()).isEqualTo("First, Ada");
        assertThat(one(second).getString("reason")).isEqualTo("TOO_LATE");
    }

    @Test
    void what_is_malformed_together_goes_each_by_itself() {
        // When
        now(rows.mark(
                bot,
                List.of(Mark.of(claimed(), new Outcome.Refused(Outcome.Refused.Reason.MALFORMED, "400: too long")))));

        // Then
        assertThat(state(second)).isEqualTo("held");
        assertThat(one(second).getLong("joined")).isNull();
    }

    @Test
    void what_was_not_claimed_along_is_let_go_again_once_the_message_is_through() {
        // Given
        Parcel claimed = claimed();
        ask("update outbox set state = 'joined' where organisation = $1 and id = $2", organisation(), second);

        // When
        now(rows.mark(bot, List.of(Mark.of(claimed, new Outcome.Sent(7)))));

        // Then
        assertThat(state(second)).isEqualTo("held");
        assertThat(one(second).getLong("joined")).isNull();
    }

    @Test
    void a_day_on_which_the_message_did_not_leave_is_free_again() {
        // Given
        ask(
                "insert into unasked (organisation, member, day, content) select $1, member, current_date, content"
                        + " from outbox where organisation = $1 and id = $2",
                organisation(),
                first);

        // When
        ask(
                "update outbox set state = 'failed', reason = 'CANCELLED' where organisation = $1 and id = $2",
                organisation(),
                first);

        // Then
        assertThat(ask("select 1 from unasked where organisation = $1", organisation()))
                .isEmpty();
    }

    @Test
    void whoever_stopped_meanwhile_gets_none_of_it() {
        // Given
        ask("update member set stopped_at = now() where organisation = $1", organisation());

        // When
        List<Parcel> claimed = now(rows.claim(bot, FENCE, 8, false)).parcels();

        // Then
        assertThat(claimed).isEmpty();
        assertThat(states()).containsOnly("failed");
    }

    @Test
    void what_stood_in_the_queue_for_long_is_held_again_to_be_judged_by_the_hour_it_is() {
        // Given
        ask("update outbox set due_at = due_at - interval '2 minutes' where organisation = $1", organisation());

        // When
        List<Parcel> claimed = now(rows.claim(bot, FENCE, 8, false)).parcels();

        // Then
        assertThat(claimed).isEmpty();
        assertThat(states()).containsOnly("held");
        assertThat(one(first).getOffsetDateTime("done_at")).isNull();
    }

    private Parcel claimed() {
        return now(rows.claim(bot, FENCE, 8, false)).parcels().get(0);
    }

    private long row(String text, String state, Long joined) {
        Long content = now(tx(tx -> Contents.reserve(tx::query, bot.organisation(), "en")));
        now(tx(tx -> Contents.write(tx::query, bot.organisation(), content, Map.of("en", new Outgoing.Say(text)))));
        return ask(
                        "insert into outbox (organisation, bot, chat, priority, doubt, state, due_at, content, member, joined)"
                                + " select $1, $2, $3, 2, 'report', $4, clock_timestamp(), $5, member, $6 from chat"
                                + " where organisation = $1 and id = $3 returning id",
                        organisation(),
                        bot.id(),
                        STAYED,
                        state,
                        content,
                        joined)
                .get(0)
                .getLong("id");
    }

    private int organisation() {
        return bot.organisation().number();
    }

    private Row one(long id) {
        return ask("select * from outbox where organisation = $1 and id = $2", organisation(), id)
                .get(0);
    }

    private String state(long id) {
        return one(id).getString("state");
    }

    private List<String> states() {
        return ask("select state from outbox where organisation = $1", organisation()).stream()
                .map(row -> row.getString("state"))
                .toList();
    }
}
