package org.branchline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is claimed for, and what of a claim counts. */
class ClaimIT extends ClaimCase {

    @Test
    void a_broadcast_to_somebody_who_stopped_meanwhile_fails_and_keeps_no_text() {
        // Given
        queue(STOPPED, 2);
        queue(STAYED, 2);

        // When
        Rows.Claimed claimed = now(rows.claim(bot, FENCE, 2, false));

        // Then
        assertThat(claimed.parcels())
                .extracting(parcel -> parcel.letter().chat())
                .containsExactly(STAYED);
        assertThat(claimed.more()).isTrue();
        Row failed = row(STOPPED);
        assertThat(failed.getString("state")).isEqualTo("failed");
        assertThat(failed.getString("reason")).isEqualTo("STOPPED");
        assertThat(failed.getString("payload")).isNull();
        assertThat(failed.getOffsetDateTime("done_at")).isNotNull();
    }

    @Test
    void the_reply_to_somebody_who_stopped_goes() {
        // Given
        queue(STOPPED, 0);

        // When
        Rows.Claimed claimed = now(rows.claim(bot, FENCE, 8, false));

        // Then
        assertThat(claimed.parcels()).hasSize(1);
    }

    @Test
    void what_waits_for_the_day_and_stood_in_the_queue_is_judged_again_and_keeps_its_text() {
        // Given
        queue(STAYED, 1);
        ask(
                "update outbox set daytime = true, due_at = due_at - interval '2 minutes' where organisation = $1",
                bot.organisation().number());

        // When
        Rows.Claimed claimed = now(rows.claim(bot, FENCE, 8, false));

        // Then
        assertThat(claimed.parcels()).isEmpty();
        Row held = row(STAYED);
        assertThat(held.getString("state")).isEqualTo("held");
        assertThat(held.getString("payload")).contains("Hello");
        assertThat(held.getOffsetDateTime("done_at")).isNull();
    }

    @Test
    void only_a_request_counts_as_a_try() {
        // Given
        queue(STAYED, 0);
        Parcel first = now(rows.claim(bot, FENCE, 8, false)).parcels().get(0);
        now(rows.mark(bot, List.of(Mark.back(first))));
        Parcel second = now(rows.claim(bot, FENCE, 8, false)).parcels().get(0);
        now(rows.mark(bot, List.of(new Mark(second, Verdict.again("500"), 0, true))));

        // When
        Parcel third = now(rows.claim(bot, FENCE, 8, false)).parcels().get(0);

        // Then
        assertThat(List.of(first.tries(), second.tries(), third.tries())).containsExactly(0, 0, 1);
    }

    @Test
    void a_row_that_cannot_be_read_is_given_up_and_the_others_go() {
        // Given
        ask(
                "insert into outbox (organisation, bot, chat, priority, doubt, state, due_at, payload)"
                        + " values ($1, $2, $3, 0, 'resend', 'queued', clock_timestamp(), 'no JSON')",
                bot.organisation().number(),
                bot.id(),
                STOPPED);
        queue(STAYED, 0);

        // When
        Rows.Claimed claimed = now(rows.claim(bot, FENCE, 8, false));

        // Then
        assertThat(claimed.parcels()).hasSize(1);
        assertThat(row(STOPPED).getString("reason")).isEqualTo("UNREADABLE");
    }

    @Test
    void what_did_not_leave_is_queued_again_unless_somebody_else_claimed_it_since() {
        // Given
        queue(STAYED, 0);
        queue(STOPPED, 0);
        List<Long> ids = now(rows.claim(bot, FENCE, 8, false)).parcels().stream()
                .map(Parcel::id)
                .toList();
        ask(
                "update outbox set fence = 4 where organisation = $1 and chat = $2",
                bot.organisation().number(),
                STOPPED);

        // When
        now(rows.unsent(bot, FENCE, ids));

        // Then
        assertThat(row(STAYED).getString("state")).isEqualTo("queued");
        assertThat(row(STOPPED).getString("state")).isEqualTo("sending");
    }

    @Test
    void a_shorter_pause_does_not_end_a_longer_one_for_those_who_come_after() {
        // Given
        now(rows.pause(bot, 60_000));

        // When
        now(rows.pause(bot, 1_000));

        // Then
        assertThat(now(rows.paused(bot))).isGreaterThan(30_000);
    }

    @Test
    void what_is_paid_for_is_claimed_apart_and_held_where_the_stars_are_used_up() {
        // Given
        queue(STAYED, 2);
        queue(STAYED, 3);

        // When
        List<Parcel> free = now(rows.claim(bot, FENCE, 8, false)).parcels();
        List<Parcel> paid = now(rows.claim(bot, FENCE, 8, true)).parcels();
        now(rows.mark(bot, List.of(Mark.of(paid.get(0), new Outcome.Unpaid("too little")))));

        // Then
        assertThat(free).extracting(Parcel::paid).containsExactly(false);
        assertThat(paid).extracting(Parcel::paid).containsExactly(true);
        Row held = ask(
                        "select * from outbox where organisation = $1 and priority = 3",
                        bot.organisation().number())
                .get(0);
        assertThat(held.getString("state")).isEqualTo("held");
        assertThat(held.getString("reason")).isEqualTo("NO_STARS");
        assertThat(held.getString("payload")).isNotNull();
    }

    @Test
    void who_takes_over_learns_what_went_to_groups_in_the_last_minute() {
        // Given
        queue(-5, 0);
        queue(-6, 0);
        queue(STAYED, 0);
        List<Parcel> claimed = now(rows.claim(bot, FENCE, 8, false)).parcels();
        List<Mark> marks = claimed.stream()
                .filter(parcel -> parcel.letter().chat() != -6)
                .map(parcel -> Mark.of(parcel, new Outcome.Sent(7)))
                .toList();
        now(rows.mark(bot, marks));

        // When
        List<Rows.Left> left = now(rows.leftForGroups(bot));

        // Then
        assertThat(left).extracting(Rows.Left::group).containsExactlyInAnyOrder(-5L, -6L);
        assertThat(left).allSatisfy(one -> assertThat(one.millisAgo()).isBetween(0L, 20_000L));
    }
}
