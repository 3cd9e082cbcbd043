package org.branchline.campaign.event.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.branchline.campaign.event.EventCase;
import org.branchline.conversation.Outgoing;
import org.branchline.intake.Recorded;
import org.branchline.intake.Volunteer;
import org.junit.jupiter.api.Test;

/** A host who calls shifts off and moves them: everybody hears of it once, and nobody loses a place by silence. */
@QuarkusTest
@TestProfile(Recorded.class)
class ChangingShiftsIT extends EventCase {

    @Test
    void cancelling_asks_first_and_tells_everybody_once() {
        // Given
        long shift = shift(1, Duration.ofDays(3));
        signUp(ann, shift);
        signUp(bo, shift);
        cora.orders(Hosting.NAME, shift + ".o");

        // When
        String asked = text(cora.presses("Cancel it"));
        String done = text(cora.presses("Yes, cancel it"));
        String again = text(cora.orders(Hosting.NAME, shift + ".y"));
        work();
        work();

        // Then
        assertThat(asked).contains("Cancel Phone bank", "2 members are told.");
        assertThat(done).contains("is off. I tell all 2 who signed up.");
        assertThat(again).contains("is off.").doesNotContain("I tell");
        assertThat(times(ann, "Ann, Phone bank (")).isEqualTo(1);
        assertThat(times(bo, "Bo, Phone bank (")).isEqualTo(1);
        assertThat(last(ann)).contains("(Tokyo)) is off. You don't need to do anything.");
        assertThat(text(ann.orders("shift", shift + ".s"))).contains("is off: it does not take place");
        assertThat(seen(cora)).contains("✗ It is off.");
    }

    @Test
    void an_offer_of_a_shift_that_is_off_does_not_lapse_afterwards() {
        // Given
        long shift = shift(1, Duration.ofDays(5));
        signUp(ann, shift);
        signUp(bo, shift);
        ann.orders("shift", shift + ".g");
        work();
        cora.orders(Hosting.NAME, shift + ".y");
        work();

        // When
        passes(Duration.ofHours(13));

        // Then
        assertThat(last(bo)).contains("is off. You don't need");
        assertThat(seen(bo)).doesNotContain("went to the next in line");
    }

    @Test
    void a_whole_series_is_called_off_and_each_hears_of_it_once() {
        // Given
        List<Long> series = shifts(5, 0, Duration.ofDays(3), "FREQ=WEEKLY;COUNT=3");
        series.forEach(shift -> signUp(ann, shift));
        signUp(bo, series.get(2));
        cora.orders(Hosting.NAME, series.get(0) + ".o");

        // When
        String asked = text(cora.presses("Cancel it"));
        cora.presses("All of them");
        work();
        work();

        // Then
        assertThat(asked).contains("or this and all that follow?");
        assertThat(times(ann, "does not take place any more")).isEqualTo(1);
        assertThat(times(bo, "does not take place any more")).isEqualTo(1);
        assertThat(rows("select 1 from shift where organisation = $1 and state = 'open'"))
                .isEmpty();
        assertThat(text(ann.types("/shifts"))).contains("No shifts are planned");
    }

    @Test
    void only_one_of_a_series_is_called_off() {
        // Given
        List<Long> series = shifts(5, 0, Duration.ofDays(3), "FREQ=WEEKLY;COUNT=3");
        signUp(ann, series.get(1));

        // When
        cora.orders(Hosting.NAME, series.get(1) + ".c");
        cora.presses("Only this one");
        work();

        // Then
        assertThat(last(ann)).contains("is off. You don't need");
        assertThat(rows("select 1 from shift where organisation = $1 and state = 'open'"))
                .hasSize(2);
    }

    @Test
    void moving_asks_everybody_whether_they_still_come_and_nobody_loses_a_place_by_silence() {
        // Given
        long shift = shift(5, Duration.ofDays(3));
        signUp(ann, shift);
        signUp(bo, shift);
        cora.orders(Hosting.NAME, shift + ".o");
        Instant to = move("tomorrow 18:00");
        work();
        work();

        // When
        String confirmed = text(ann.presses("Yes, I still come"));
        work();

        // Then
        assertThat(times(ann, "this is at another time now; it was")).isEqualTo(1);
        assertThat(times(bo, "this is at another time now; it was")).isEqualTo(1);
        assertThat(confirmed).contains("✓ Thanks, you still come.", "18:00");
        assertThat(last(cora)).contains("1. Ann · new\n", "2. Bo · new · not confirmed yet");
        assertThat(standing(bo, shift)).isEqualTo("held");
        assertThat(rows("select starts_at, ends_at, edition from shift where organisation = $1 and id = $2", shift)
                        .get(0))
                .satisfies(row -> {
                    assertThat(row.getOffsetDateTime("starts_at").toInstant()).isEqualTo(to);
                    assertThat(row.getOffsetDateTime("ends_at").toInstant()).isEqualTo(to.plus(Duration.ofMinutes(90)));
                    assertThat(row.getInteger("edition")).isEqualTo(1);
                });
        assertThat(text(ann.orders("shift", shift + ".i"))).contains("SEQUENCE:1");
    }

    @Test
    void reminders_come_by_the_new_time() {
        // Given
        long shift = shift(5, Duration.ofDays(1));
        signUp(ann, shift);
        cora.orders(Hosting.NAME, shift + ".p" + (clock.now().getEpochSecond() / 60 + 4 * 24 * 60));
        work();

        // When
        passes(Duration.ofHours(24));
        String early = last(ann);
        passes(Duration.ofHours(49));

        // Then
        assertThat(early).contains("this is at another time now");
        assertThat(last(ann)).contains("Ann, this is coming up:");
    }

    @Test
    void whoever_read_of_an_earlier_move_is_asked_for_the_newest() {
        // Given
        long shift = shift(5, Duration.ofDays(3));
        signUp(ann, shift);
        long minute = clock.now().getEpochSecond() / 60;
        cora.orders(Hosting.NAME, shift + ".p" + (minute + 4 * 24 * 60));
        work();
        cora.orders(Hosting.NAME, shift + ".p" + (minute + 5 * 24 * 60));

        // When
        String stale = text(ann.orders("shift", shift + ".y1"));
        String fresh = text(ann.orders("shift", shift + ".y2"));

        // Then
        assertThat(stale).contains("at another time").doesNotContain("✓ Thanks");
        assertThat(fresh).contains("✓ Thanks, you still come.");
    }

    @Test
    void a_phone_bank_is_moved_to_no_hour_at_which_people_may_not_be_called() {
        // Given
        campaign.settle(bot, """
                {"called_areas": {"britain": {"name": {"en": "Britain"}, "timezone": "Europe/London",
                  "weekdays": "12:00-14:00", "saturday": "12:00-14:00", "sunday": "12:00-14:00"}}}
                """);
        long shift = shift(5, Duration.ofDays(3));
        rows("update event set area = 'britain' where organisation = $1");
        cora.orders("host", shift + ".m");

        // When
        String refused = text(cora.types("tomorrow 18:00"));

        // Then
        assertThat(refused).contains("people in Britain may not be called", "Please type another time.");
        assertThat(rows("select 1 from shift where organisation = $1 and edition > 0"))
                .isEmpty();
    }

    @Test
    void what_calls_an_area_that_the_files_name_no_more_is_not_moved() {
        // Given
        long shift = shift(5, Duration.ofDays(3));
        rows("update event set area = 'britain' where organisation = $1");

        // When
        String refused = text(cora.orders("host", shift + ".m"));
        String forged = text(cora.orders("host", shift + ".p" + (clock.now().getEpochSecond() / 60 + 4 * 24 * 60)));

        // Then
        assertThat(List.of(refused, forged))
                .allSatisfy(each -> assertThat(each).contains("(“britain”) is not in our files any more"));
        assertThat(rows("select 1 from shift where organisation = $1 and edition > 0"))
                .isEmpty();
    }

    @Test
    void where_it_is_can_be_said_until_it_begins_and_whoever_has_a_place_hears_of_it_once() {
        // Given
        long shift = shift(1, Duration.ofDays(3));
        rows("update event set link = '' where organisation = $1");
        signUp(ann, shift);
        signUp(bo, shift);
        String card = text(cora.orders(Hosting.NAME, shift + ".o"));

        // When
        String asked = text(cora.presses("Say where"));
        String said = text(cora.types("Room 3, https://example.org/room"));
        work();
        work();
        String shown = last(cora);
        String same = text(again(shift, "Room 3, https://example.org/room"));
        work();

        // Then
        assertThat(card).contains("Where: you have not said yet");
        assertThat(asked).contains("Where is Phone bank,");
        assertThat(said)
                .contains("I tell everybody who has a place.", "Where: Room 3", "Online: https://example.org/room");
        assertThat(same).contains("That is where it is already");
        assertThat(times(ann, "Ann, here is where this takes place now:")).isEqualTo(1);
        assertThat(last(ann)).contains("Where: Room 3", "Join here: https://example.org/room");
        assertThat(seen(bo)).as("who waits has no place").doesNotContain("here is where");
        assertThat(shown).contains("1 of 1 places", "Where: Room 3");
    }

    @Test
    void the_reminder_names_the_new_place_and_whoever_signed_up_since_hears_of_no_change() {
        // Given
        long shift = shift(5, Duration.ofDays(3));
        signUp(ann, shift);
        again(shift, "The new hall");
        signUp(bo, shift);
        work();

        // When
        passes(Duration.ofDays(3).minus(Duration.ofMinutes(59)));

        // Then
        assertThat(times(ann, "here is where this takes place now:")).isEqualTo(1);
        assertThat(times(bo, "here is where this takes place now:")).isZero();
        assertThat(last(ann)).contains("Ann, it begins in an hour:", "Where: The new hall");
        assertThat(last(bo)).contains("Bo, it begins in an hour:", "Where: The new hall");
    }

    @Test
    void a_series_is_all_in_the_new_place_and_each_hears_of_it_once() {
        // Given
        List<Long> series = shifts(5, 0, Duration.ofDays(3), "FREQ=WEEKLY;COUNT=3");
        series.forEach(shift -> signUp(ann, shift));

        // When
        String said = text(again(series.get(1), "The new hall"));
        work();
        work();

        // Then
        assertThat(said).contains("this one (", "and all that follow. I tell everybody who has a place, once.");
        assertThat(times(ann, "here is where this takes place now:")).isEqualTo(1);
        assertThat(text(ann.orders("shift", series.get(2) + ".o"))).contains("Where: The new hall");
    }

    @Test
    void where_it_is_changes_no_more_once_it_has_begun() {
        // Given
        long shift = shift(5, Duration.ofHours(1));
        cora.orders(Hosting.NAME, shift + ".u");
        passes(Duration.ofMinutes(61));

        // When
        String late = text(cora.types("The new hall"));

        // Then
        assertThat(late).contains("has begun already");
        assertThat(text(cora.orders(Hosting.NAME, shift + ".u"))).contains("has begun already");
        assertThat(rows("select 1 from event where organisation = $1 and place <> ''"))
                .isEmpty();
    }

    @Test
    void whoever_calls_a_series_off_reads_whom_without_a_chat_they_have_to_tell() {
        // Given
        List<Long> series = shifts(5, 0, Duration.ofDays(3), "FREQ=WEEKLY;COUNT=3");
        guest(series.get(0), "Bob, by phone");
        guest(series.get(2), "Bob, by phone");
        guest(series.get(2), "Eve");

        // When
        cora.orders(Hosting.NAME, series.get(1) + ".c");
        String off = text(cora.presses("All of them"));

        // Then
        assertThat(off)
                .contains("Please tell those without a chat yourself:")
                .containsPattern("(?s): Bob, by phone\n.*: Bob, by phone, Eve");
    }

    @Test
    void a_time_that_is_unclear_or_over_moves_nothing() {
        // Given
        long shift = shift(5, Duration.ofDays(3));
        cora.orders(Hosting.NAME, shift + ".m");

        // When
        String unclear = text(cora.types("soon"));
        String over = text(cora.orders(Hosting.NAME, shift + ".p100"));
        String stopped = text(cora.types("/cancel"));

        // Then
        assertThat(unclear).contains("I can't read a time in that.");
        assertThat(over).contains("That is over already");
        assertThat(stopped).contains("nothing is changed");
        assertThat(rows("select 1 from shift where organisation = $1 and edition > 0"))
                .isEmpty();
    }

    @Test
    void moving_while_places_move_up_keeps_the_count() {
        // Given
        long shift = shift(1, Duration.ofDays(5));
        signUp(ann, shift);
        signUp(bo, shift);
        ann.orders("shift", shift + ".g");
        work();

        // When
        cora.orders(Hosting.NAME, shift + ".p" + (clock.now().getEpochSecond() / 60 + 120));
        work();
        String accepted = text(bo.orders("shift", shift + ".a"));

        // Then
        assertThat(accepted).contains("✓ You have a place.");
        assertThat(rows("select taken, waiting from shift where organisation = $1 and id = $2", shift)
                        .get(0)
                        .toJson()
                        .toString())
                .isEqualTo("{\"taken\":1,\"waiting\":0}");
    }

    @Test
    void calling_off_while_places_move_up_leaves_no_offer_and_the_count_right() throws Exception {
        // Given
        long shift = shift(1, Duration.ofDays(5));
        signUp(ann, shift);
        signUp(bo, shift);
        ann.orders("shift", shift + ".g");

        // When
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<?> movingUp = threads.submit(this::work);
        Future<?> callingOff = threads.submit(() -> cora.orders(Hosting.NAME, shift + ".y"));
        movingUp.get();
        callingOff.get();
        threads.shutdown();
        work();

        // Then
        assertThat(standing(bo, shift)).isEqualTo("waiting");
        assertThat(rows("select taken, waiting from shift where organisation = $1 and id = $2", shift)
                        .get(0)
                        .toJson()
                        .toString())
                .isEqualTo("{\"taken\":0,\"waiting\":1}");
        assertThat(times(bo, "is off. You don't need")).isEqualTo(1);
    }

    /** The host types a time and agrees to it. */
    private Instant move(String typed) {
        cora.presses("Move it");
        String sure = text(cora.types(typed));
        assertThat(sure).contains("Move Phone bank from", "18:00");
        assertThat(text(cora.presses("Yes, move it"))).contains("✓ Moved: Phone bank is on");
        return rows("select starts_at from shift where organisation = $1")
                .get(0)
                .getOffsetDateTime("starts_at")
                .toInstant();
    }

    private List<Outgoing> again(long shift, String where) {
        cora.orders(Hosting.NAME, shift + ".u");
        return cora.types(where);
    }

    private void guest(long shift, String name) {
        cora.orders(Hosting.NAME, shift + ".a");
        cora.types(name);
    }

    private long times(Volunteer volunteer, String said) {
        return gateway.to(volunteer.chat()).stream()
                .filter(each -> text(List.of(each)).contains(said))
                .count();
    }

    private void signUp(Volunteer volunteer, long shift) {
        volunteer.orders("shift", shift + ".s");
    }
}
