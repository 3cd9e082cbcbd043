package org.branchline.campaign.event.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.branchline.campaign.event.EventCase;
import org.branchline.conversation.Action;
import org.branchline.conversation.Outgoing;
import org.branchline.database.Transactions;
import org.branchline.intake.Due;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.branchline.intake.What;
import org.junit.jupiter.api.Test;

/** A host who sees who comes, adds somebody, moves a shift, calls it off, and notes who came. */
@QuarkusTest
@TestProfile(Recorded.class)
class HostingIT extends EventCase {

    @Inject
    Transactions all;

    @Inject
    @Any
    Instance<Due> rooms;

    @Test
    void the_card_shows_who_comes_and_edits_itself() {
        // Given
        long shift = shifts(2, 2, Duration.ofDays(3), "").get(0);
        signUp(ann, shift);
        cora.types("/host");
        String opened = text(cora.presses("Phone bank"));

        // When
        signUp(bo, shift);
        signUp(campaign.member(bot, "Cy"), shift);
        work();
        int edits = gateway.to(cora.chat()).size();
        work();

        // Then
        assertThat(opened)
                .contains("Phone bank", "(Tokyo)", "(London)", "1 of 2 places · thin, below 2", "1. Ann · new");
        assertThat(last(cora)).contains("2 of 2 places · 1 waits · full", "1. Ann", "2. Bo", "Waiting: Cy");
        assertThat(gateway.to(cora.chat()).get(edits - 1)).isInstanceOf(Outgoing.Edit.class);
        assertThat(gateway.to(cora.chat())).as("nothing else changed").hasSize(edits);
    }

    @Test
    void a_card_is_left_alone_after_a_day_and_hides_from_whoever_lost_the_right() {
        // Given
        long shift = shift(5, Duration.ofDays(3));
        Volunteer dee = campaign.member(bot, "Dee");
        campaign.grant(dee, "coordinator", null);
        cora.orders(Hosting.NAME, shift + ".o");
        dee.orders(Hosting.NAME, shift + ".o");
        rows("delete from member_role r using member m where r.organisation = $1 and m.organisation = $1"
                + " and m.id = r.member and m.name = 'Dee'");
        rows(
                "update shift_card set opened_at = opened_at - interval '25 hours' where organisation = $1 and chat = $2",
                cora.chat());
        int before = gateway.to(cora.chat()).size();

        // When
        signUp(ann, shift);
        work();

        // Then
        assertThat(gateway.to(cora.chat())).hasSize(before);
        assertThat(last(dee)).contains("not for you").doesNotContain("Ann");
        assertThat(rows("select 1 from shift_card where organisation = $1 and chat = $2", dee.chat()))
                .isEmpty();
    }

    @Test
    void everybody_else_reads_that_it_is_not_for_them() {
        // Given
        long shift = shift(5, Duration.ofDays(3));
        campaign.grant(bo, "captain", "tokyo");

        // Then
        for (String deed : List.of("", ".o", ".a", ".c", ".y", ".m", ".w", ".x1", ".p30000000", ".t1.0", ".e")) {
            assertThat(text(ann.orders(Hosting.NAME, shift + deed))).as(deed).contains("not for you");
        }
        assertThat(text(bo.orders(Hosting.NAME, shift + ".o")))
                .as("for everyone")
                .contains("not for you");
        assertThat(text(cora.orders(Hosting.NAME, (shift + 1_000) + ".o"))).contains("not for you");
        assertThat(rows("select 1 from shift where organisation = $1 and state = 'cancelled'"))
                .isEmpty();
    }

    @Test
    void a_captain_sees_to_the_events_of_the_own_branch() {
        // Given
        long shift = shift(5, Duration.ofDays(3));
        campaign.grant(bo, "captain", "tokyo");
        rows("update event set audience = '{\"branch\":[\"tokyo\"]}' where organisation = $1");

        // When
        String theirs = text(bo.orders(Hosting.NAME, shift + ".o"));
        rows("update event set audience = '{\"branch\":[\"tokyo\", \"paris\"]}' where organisation = $1");
        String others = text(bo.orders(Hosting.NAME, shift + ".o"));

        // Then
        assertThat(theirs).contains("0 of 5 places");
        assertThat(others).contains("not for you");
    }

    @Test
    void somebody_without_a_chat_takes_a_place_or_waits_like_others_and_is_taken_off() {
        // Given
        long shift = shift(1, Duration.ofDays(3));
        cora.orders(Hosting.NAME, shift + ".o");
        cora.presses("Add somebody");
        String held = text(cora.types("Bob, by phone"));
        cora.presses("Add somebody");
        String twice = text(cora.types("bob, by phone"));
        String waits = text(cora.types("Eve"));
        signUp(ann, shift);

        // When
        cora.presses("Take somebody off");
        String off = text(cora.presses("Bob, by phone"));
        work();

        // Then
        assertThat(held).contains("✓ Bob, by phone has a place.");
        assertThat(twice).contains("is there already");
        assertThat(waits).contains("Eve is number 1 on the waiting list");
        assertThat(off).contains("Bob, by phone is off");
        assertThat(last(cora)).contains("1 of 1 places · 1 waits · full", "1. Eve · no chat", "Waiting: Ann");
        assertThat(rows("select taken, waiting from shift where organisation = $1 and id = $2", shift)
                        .get(0)
                        .toJson()
                        .toString())
                .isEqualTo("{\"taken\":1,\"waiting\":1}");
    }

    @Test
    void a_name_is_short_and_another_command_means_something_else() {
        // Given
        long shift = shift(3, Duration.ofDays(3));
        cora.orders(Hosting.NAME, shift + ".a");

        // When
        String tooLong = text(cora.types("B".repeat(41)));
        cora.types("/shifts");
        String dropped = text(cora.types("Bob"));

        // Then
        assertThat(tooLong).contains("At most 40 letters");
        assertThat(dropped).doesNotContain("has a place");
        assertThat(rows("select 1 from shift_place where organisation = $1")).isEmpty();
    }

    @Test
    void the_host_reads_who_is_expected_and_then_notes_who_came() {
        // Given
        long earlier = shift(5, Duration.ofHours(2));
        long shift = shift(5, Duration.ofHours(5));
        signUp(ann, earlier);
        signUp(ann, shift);
        signUp(bo, shift);
        Volunteer cy = campaign.member(bot, "Cy");
        signUp(cy, shift);
        cy.orders("shift", shift + ".g");

        // When
        passes(Duration.ofHours(4));
        passes(Duration.ofMinutes(61));
        String expected = last(cora);
        passes(Duration.ofMinutes(90));
        String asked = last(cora);
        cora.presses("· Ann");
        String noted = text(cora.presses("· Bo"));
        String toggled = text(cora.presses("✓ Bo"));
        int annRead = gateway.to(ann.chat()).size();
        work();

        // Then
        assertThat(expected).contains("Cora, your shift begins", "1. Ann\n", "2. Bo · new");
        assertThat(asked).contains("Who came? Phone bank", "Cancelled: Cy");
        assertThat(noted + toggled).contains("Who came?");
        assertThat(rows(
                        "select m.name, p.came from shift_place p join member m on m.organisation = $1 and m.id = p.member"
                                + " where p.organisation = $1 and p.shift = $2 order by m.name",
                        shift))
                .extracting(row -> row.getString("name") + " " + row.getBoolean("came"))
                .containsExactly("Ann true", "Bo false", "Cy null");
        assertThat(gateway.to(ann.chat())).as("nothing is said to them").hasSize(annRead);
    }

    @Test
    void whoever_did_not_come_three_times_running_is_seen_by_the_host_alone() {
        // Given
        for (int i = 0; i < 3; i++) {
            long shift = shift(5, Duration.ofHours(1 + i));
            signUp(bo, shift);
        }
        long next = shift(5, Duration.ofDays(2));
        signUp(bo, next);
        passes(Duration.ofHours(6));
        rows("update shift_place p set came = false from shift s where p.organisation = $1 and s.organisation = $1"
                + " and s.id = p.shift and s.ends_at < now()");
        int before = gateway.to(bo.chat()).size();

        // When
        String card = text(cora.orders(Hosting.NAME, next + ".o"));
        work();

        // Then
        assertThat(card).contains("Did not come the last three times: Bo");
        assertThat(gateway.to(bo.chat())).hasSize(before);
        assertThat(text(bo.orders("shift", next + ".o")))
                .contains("✓ you have a place")
                .doesNotContain("three times");
    }

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
    void the_moved_clock_stops_at_what_falls_due_of_shifts() {
        // Given
        long shift = shift(5, Duration.ofDays(3));
        Instant starts = rows("select starts_at from shift where organisation = $1 and id = $2", shift)
                .get(0)
                .getOffsetDateTime("starts_at")
                .toInstant();
        Instant before = next(clock.now());
        signUp(ann, shift);

        // Then
        assertThat(before).isEqualTo(starts);
        assertThat(next(clock.now())).isEqualTo(starts.minus(Duration.ofHours(24)));
        assertThat(next(starts)).isEqualTo(starts.plus(Duration.ofMinutes(90)));
    }

    @Test
    void forged_presses_change_nothing() {
        // Given
        long shift = shift(5, Duration.ofDays(3));
        for (String forged :
                List.of("x", shift + ".zz", shift + ".x999999999999", "999999999999.y", shift + ".t1.999")) {
            cora.does(Volunteer.update(), new What.Press("p", 1, new Action.Order(Hosting.NAME, forged)));
        }

        // Then
        assertThat(rows("select 1 from shift_place where organisation = $1")).isEmpty();
        assertThat(rows("select 1 from shift where organisation = $1 and state = 'open' and edition = 0"))
                .hasSize(1);
    }

    private Instant next(Instant now) {
        return rooms.stream()
                .filter(room -> room.getClass().getSimpleName().startsWith("ShiftsDue"))
                .map(room ->
                        TestCampaign.now(all.inTransaction(bot.organisation(), tx -> room.agenda(tx::query, bot, now))))
                .findFirst()
                .orElseThrow()
                .next();
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

    private long times(Volunteer volunteer, String said) {
        return gateway.to(volunteer.chat()).stream()
                .filter(each -> text(List.of(each)).contains(said))
                .count();
    }

    private void signUp(Volunteer volunteer, long shift) {
        volunteer.orders("shift", shift + ".s");
    }
}
