package org.branchline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.database.OrganisationId;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.Test;

class LinesTest {

    private static final Bot BOT = new Bot(new OrganisationId(1), 7);
    private static final long SECOND = 1_000_000_000L;

    private final Lines unpaced = new Lines(Pace.even(0), Pace.even(0), 0, 0);

    @Test
    void one_chat_gets_its_messages_one_after_another() {
        // Given
        Parcel first = say(1, 10, Priority.REPLY);
        Parcel second = say(2, 10, Priority.REPLY);
        unpaced.add(first, 0);
        unpaced.add(second, 0);

        // When
        List<Parcel> gone = all(unpaced, 0);

        // Then
        assertThat(gone).containsExactly(first);
        unpaced.back(first);
        assertThat(all(unpaced, 0)).containsExactly(second);
    }

    @Test
    void a_new_message_does_not_wait_for_the_answer_to_an_edit_but_an_edit_does() {
        // Given
        Parcel edit = edit(1, 10);
        Parcel question = say(2, 10, Priority.REPLY);
        Parcel laterEdit = edit(3, 10);
        List.of(edit, question, laterEdit).forEach(parcel -> unpaced.add(parcel, 0));

        // When
        List<Parcel> gone = all(unpaced, 0);

        // Then
        assertThat(gone).containsExactly(edit, question);
        unpaced.back(question);
        assertThat(all(unpaced, 0)).isEmpty();
        unpaced.back(edit);
        assertThat(all(unpaced, 0)).containsExactly(laterEdit);
    }

    @Test
    void replies_overtake_broadcasts_of_other_chats() {
        // Given
        Lines paced = new Lines(Pace.even(1), Pace.even(0), 0, 0);
        Parcel broadcast = say(1, 10, Priority.BROADCAST);
        Parcel otherBroadcast = say(2, 11, Priority.BROADCAST);
        Parcel reply = say(3, 12, Priority.REPLY);
        List.of(broadcast, otherBroadcast, reply).forEach(parcel -> paced.add(parcel, 0));

        // When
        List<Parcel> gone = new ArrayList<>();
        for (long now = 0; gone.size() < 3; now += SECOND / 10) {
            gone.addAll(all(paced, now));
        }

        // Then
        assertThat(gone).containsExactly(reply, broadcast, otherBroadcast);
    }

    @Test
    void what_is_paid_for_leaves_at_its_own_pace_and_nobody_waits_for_it() {
        // Given
        Lines paced = new Lines(Pace.even(2), Pace.even(10), 0, 0);
        for (int id = 1; id <= 10; id++) {
            paced.add(say(id, id, Priority.BROADCAST), 0);
            paced.add(say(100 + id, 100 + id, Priority.PAID), 0);
        }

        // When
        List<Parcel> gone = new ArrayList<>();
        for (long now = 0; now < SECOND; now += SECOND / 20) {
            gone.addAll(all(paced, now));
        }

        // Then
        assertThat(gone).filteredOn(Parcel::paid).hasSize(10);
        assertThat(gone)
                .filteredOn(parcel -> !parcel.paid())
                .extracting(Parcel::id)
                .containsExactly(1L, 2L);
        assertThat(paced.next(2 * SECOND)).isInstanceOf(Lines.Next.Go.class);
    }

    @Test
    void a_chat_that_used_up_its_burst_waits_while_others_go_on() {
        // Given
        Lines paced = new Lines(Pace.even(0), Pace.even(0), 1, 0);
        for (int id = 1; id <= 4; id++) {
            paced.add(say(id, 10, Priority.REPLY), 0);
        }
        Parcel other = say(9, 11, Priority.REPLY);

        // When
        for (int i = 0; i < 3; i++) {
            all(paced, 0).forEach(paced::back);
        }
        paced.add(other, 0);

        // Then
        assertThat(all(paced, 0)).containsExactly(other);
        assertThat(paced.next(0)).isEqualTo(new Lines.Next.Wait(SECOND));
        assertThat(all(paced, SECOND)).hasSize(1);
    }

    @Test
    void a_group_gets_twenty_new_messages_in_any_minute_and_people_do_not_wait_for_it() {
        // Given
        Lines paced = new Lines(Pace.even(0), Pace.even(0), 1, 20);
        for (int id = 1; id <= 50; id++) {
            paced.add(say(id, -10, Priority.REPLY), 0);
        }
        paced.add(say(99, 10, Priority.BROADCAST), 0);
        List<Long> times = new ArrayList<>();
        List<Parcel> gone = new ArrayList<>();

        // When
        for (long now = 0; gone.size() < 51; now += SECOND / 10) {
            for (Parcel parcel : all(paced, now)) {
                paced.back(parcel);
                gone.add(parcel);
                if (parcel.letter().chat() < 0) {
                    times.add(now);
                }
            }
        }

        // Then
        for (int i = 20; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - 20)).isGreaterThanOrEqualTo(60 * SECOND);
        }
        assertThat(times.get(19)).isLessThan(20 * SECOND);
        assertThat(times.get(49)).isLessThan(3 * 61 * SECOND);
        assertThat(gone.subList(0, 6)).extracting(Parcel::id).contains(99L);
    }

    @Test
    void what_a_predecessor_sent_to_a_group_counts() {
        // Given
        Lines paced = new Lines(Pace.even(0), Pace.even(0), 0, 20);
        for (int i = 0; i < 20; i++) {
            paced.leftBefore(-10, -30 * SECOND);
        }

        // When
        paced.add(say(1, -10, Priority.REPLY), 0);

        // Then
        assertThat(paced.next(0)).isInstanceOf(Lines.Next.Wait.class);
        assertThat(all(paced, 31 * SECOND)).hasSize(1);
    }

    @Test
    void it_is_known_beforehand_how_long_a_group_cannot_take_one_more() {
        // Given
        Lines paced = new Lines(Pace.even(0), Pace.even(0), 0, 20);
        for (int i = 0; i < 18; i++) {
            paced.leftBefore(-10, -30 * SECOND);
        }
        paced.add(say(1, -10, Priority.REPLY), 0);

        // When
        long second = paced.groupDelay(say(2, -10, Priority.REPLY), 0);
        paced.add(say(2, -10, Priority.REPLY), 0);
        long third = paced.groupDelay(say(3, -10, Priority.REPLY), 0);

        // Then
        assertThat(second).isZero();
        assertThat(third).isBetween(30 * SECOND, 31 * SECOND);
        assertThat(paced.groupDelay(edit(4, -10), 0)).isZero();
        assertThat(paced.groupDelay(say(5, 10, Priority.REPLY), 0)).isZero();
    }

    @Test
    void what_is_dropped_does_not_leave_any_more() {
        // Given
        Parcel parcel = say(1, 10, Priority.REPLY);
        unpaced.add(parcel, 0);
        unpaced.add(say(2, 11, Priority.REPLY), 0);

        // When
        List<Parcel> dropped = unpaced.drop(10);

        // Then
        assertThat(dropped).containsExactly(parcel);
        assertThat(all(unpaced, 0)).extracting(Parcel::id).containsExactly(2L);
        assertThat(unpaced.next(0)).isEqualTo(new Lines.Next.Idle());
    }

    private static List<Parcel> all(Lines lines, long now) {
        List<Parcel> gone = new ArrayList<>();
        while (lines.next(now) instanceof Lines.Next.Go go) {
            gone.add(go.parcel());
        }
        return gone;
    }

    private static Parcel say(long id, long chat, Priority priority) {
        return new Parcel(
                id, new Letter(BOT, chat, null, priority, Doubt.RESEND, false, new Outgoing.Say("message " + id)), 0);
    }

    private static Parcel edit(long id, long chat) {
        return new Parcel(
                id, Letter.reply(BOT, chat, null, false, new Outgoing.Edit(5, "edit " + id, Keyboard.NONE)), 0);
    }
}
