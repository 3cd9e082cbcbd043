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
import org.awaitility.Awaitility;
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

/** A host who sees who comes, adds somebody, and notes who came. */
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
    void a_card_that_was_typed_for_edits_itself_from_the_start() {
        // Given
        long shift = shift(2, Duration.ofDays(3));
        String typed = text(cora.types("/host " + shift));
        Awaitility.await("its number is known")
                .atMost(Duration.ofSeconds(20))
                .until(() -> rows("select 1 from shift_card where organisation = $1 and message > 0")
                                .size()
                        == 1);
        int before = gateway.to(cora.chat()).size();

        // When
        signUp(ann, shift);
        work();

        // Then
        assertThat(typed).contains("0 of 2 places");
        assertThat(gateway.to(cora.chat())).hasSize(before + 1);
        assertThat(gateway.to(cora.chat()).get(before)).isInstanceOfSatisfying(Outgoing.Edit.class, edit -> {
            assertThat(edit.message()).isEqualTo(1_000L + before);
            assertThat(edit.text()).contains("1 of 2 places", "1. Ann");
        });
    }

    @Test
    void whoever_cannot_be_reached_keeps_the_place_and_the_host_sees_it() {
        // Given
        long shift = shift(2, Duration.ofDays(3));
        signUp(ann, shift);
        cora.orders(Hosting.NAME, shift + ".o");
        work();

        // When
        rows("update chat set reachable = false where organisation = $1 and id = $2", ann.chat());
        work();

        // Then
        assertThat(standing(ann, shift)).isEqualTo("held");
        assertThat(last(cora)).contains("1. Ann · new · can't be reached");
    }

    @Test
    void whoever_wants_no_messages_any_more_leaves_their_place_to_the_next_in_line() {
        // Given
        long shift = shift(1, Duration.ofDays(3));
        long other = shift(5, Duration.ofDays(4));
        signUp(ann, shift);
        signUp(ann, other);
        signUp(bo, shift);

        // When
        String stopped = text(ann.types("/stop"));
        work();
        work();

        // Then
        assertThat(stopped)
                .contains("You won't hear from me.", "You are off the lists of 2 shifts, so others can come.");
        assertThat(List.of(standing(ann, shift), standing(ann, other))).containsOnly("left");
        assertThat(standing(bo, shift)).isEqualTo("offered");
        assertThat(last(bo)).contains("Bo, a place is free for you.");
        assertThat(text(cora.orders(Hosting.NAME, other + ".o")))
                .contains("Want no messages any more, so their places are free: Ann");
    }

    @Test
    void whoever_asks_for_quiet_keeps_the_place() {
        // Given
        long shift = shift(1, Duration.ofDays(3));
        signUp(ann, shift);

        // When
        ann.types("/quiet");
        ann.presses("1 week");
        work();

        // Then
        assertThat(standing(ann, shift)).isEqualTo("held");
    }

    @Test
    void many_are_read_a_part_at_a_time() {
        // Given
        long shift = shift(null, Duration.ofDays(3));
        rows("""
                with put as (
                  insert into shift_place (organisation, shift, guest, state, queue, asked_at)
                  select $1, $2, 'Guest ' || n, 'held', n, now() from generate_series(1, 60) n returning 1)
                update shift set taken = 60 where organisation = $1 and id = $2 and exists (select from put)
                """, shift);

        // When
        String card = text(cora.orders(Hosting.NAME, shift + ".o"));
        String first = text(cora.presses("See everybody"));
        cora.presses("More →");
        cora.presses("More →");
        String last = text(cora.presses("More →"));
        cora.orders(Hosting.NAME, shift + ".o");
        cora.presses("Take somebody off");
        cora.presses("More →");
        String off = text(cora.presses("Guest 9"));

        // Then
        assertThat(card)
                .contains("60 have a place", "25. Guest 25", "… and 35 more")
                .doesNotContain("26. Guest");
        assertThat(first).contains("Who signed up for Phone bank", "15. Guest 15", "… and 45 more");
        assertThat(last).contains("60. Guest 60").doesNotContain("more");
        assertThat(off).contains("Guest 9 is off");
    }

    @Test
    void rights_are_asked_before_a_list_is_cut() {
        // Given
        campaign.grant(bo, "captain", "paris");
        shift(5, Duration.ofDays(3));
        rows("""
                insert into shift (organisation, event, local, starts_at, ends_at)
                select organisation, event, local + n * interval '1 minute', starts_at, ends_at from shift, generate_series(1, 310) n
                where organisation = $1
                """);
        long own = shift(5, Duration.ofDays(5));
        rows(
                "update event set audience = '{\"branch\":[\"paris\"]}' where organisation = $1 and id = ("
                        + "select event from shift where organisation = $1 and id = $2)",
                own);

        // When
        String hosted = text(bo.types("/host"));
        String planned = text(bo.types("/event"));

        // Then
        assertThat(hosted).contains("One shift you look after");
        assertThat(planned).as("what is open to everybody concerns them too").contains("200 in the next two weeks");
        rows(
                "update event set audience = '{\"branch\":[\"tokyo\"]}' where organisation = $1 and audience not like '%paris%'");
        assertThat(text(bo.types("/event"))).contains("One thing in the next two weeks");
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

    private void signUp(Volunteer volunteer, long shift) {
        volunteer.orders("shift", shift + ".s");
    }
}
