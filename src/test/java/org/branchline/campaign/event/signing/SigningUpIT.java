package org.branchline.campaign.event.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.branchline.campaign.event.Daytime;
import org.branchline.campaign.event.EventCase;
import org.branchline.conversation.Action;
import org.branchline.conversation.Outgoing;
import org.branchline.intake.Recorded;
import org.branchline.intake.Volunteer;
import org.branchline.intake.What;
import org.junit.jupiter.api.Test;

/** Volunteers who sign up for shifts, wait for a place, give theirs up, and are reminded. */
@QuarkusTest
@TestProfile(Recorded.class)
class SigningUpIT extends EventCase {

    @Test
    void two_presses_sign_up_and_only_then_the_link_is_read() {
        // Given
        long shift = shift(12, Duration.ofDays(3));

        // When
        String list = text(ann.types("/shifts"));
        String open = text(ann.presses("1 ·"));
        String held = text(ann.presses("Sign me up"));

        // Then
        assertThat(list).contains("One shift you could join", "Phone bank: 12 of 12 places are free");
        assertThat(open)
                .contains("We call voters in Leeds.", "You need: A headset", "Languages: English", "Host: Cora")
                .doesNotContain("https://example.org/calls");
        assertThat(held).contains("✓ You have a place.", "Join here: https://example.org/calls");
        assertThat(standing(ann, shift)).isEqualTo("held");
    }

    @Test
    void what_suits_is_found_behind_very_many_that_do_not() {
        // Given
        long shift = shift(12, Duration.ofDays(3));
        Instant begins = rows("select starts_at from shift where organisation = $1 and id = $2", shift)
                .get(0)
                .getOffsetDateTime("starts_at")
                .toInstant();
        rows("""
                insert into attribute (organisation, member, attribute, value, run, set_at)
                select $1, m.id, 'availability', $2, (select max(r.id) from run r where r.organisation = $1), now()
                from member m where m.organisation = $1 and m.telegram_user = $3
                """, Daytime.of(begins, ZoneId.of("Asia/Tokyo")), ann.chat());
        rows("""
                insert into shift (organisation, event, local, starts_at, ends_at, places)
                select $1, event, local + n * interval '1 second', starts_at - interval '12 hours',
                  ends_at - interval '12 hours', places
                from shift, generate_series(1, 250) n where organisation = $1 and id = $2
                """, shift);

        // When
        String list = text(ann.types("/shifts"));
        String all = text(ann.presses("Show all times"));

        // Then
        assertThat(list).contains("One shift you could join").doesNotContain("\n2. ");
        assertThat(all).contains("100 shifts");
    }

    @Test
    void whoever_comes_too_late_waits_and_moves_up_in_order() {
        // Given
        long shift = shift(1, Duration.ofDays(3));
        Volunteer cy = campaign.member(bot, "Cy");
        signUp(ann, shift);
        String second = signUp(bo, shift);
        String third = signUp(cy, shift);

        // When
        press(ann, shift, Pressing.GONE);
        work();

        // Then
        assertThat(second).contains("You are number 1 on the waiting list");
        assertThat(third).contains("You are number 2 on the waiting list");
        assertThat(last(bo)).contains("Bo, a place is free for you. Take it by");
        assertThat(text(bo.presses("Take the place"))).contains("✓ You have a place.");
        assertThat(List.of(standing(ann, shift), standing(bo, shift), standing(cy, shift)))
                .containsExactly("left", "held", "waiting");
    }

    @Test
    void a_place_that_is_not_accepted_in_time_goes_to_the_next() {
        // Given
        long shift = shift(1, Duration.ofDays(5));
        Volunteer cy = campaign.member(bot, "Cy");
        signUp(ann, shift);
        signUp(bo, shift);
        signUp(cy, shift);
        press(ann, shift, Pressing.GONE);
        work();

        // When
        passes(Duration.ofHours(13));

        // Then
        assertThat(last(bo)).contains("went to the next in line");
        assertThat(last(cy)).contains("Cy, a place is free for you.");
        assertThat(text(press(bo, shift, Pressing.ACCEPT))).contains("That place has gone to the next in line");
        assertThat(List.of(standing(bo, shift), standing(cy, shift))).containsExactly("lapsed", "offered");
    }

    @Test
    void nobody_passes_by_those_who_wait() {
        // Given
        long shift = shift(1, Duration.ofDays(3));
        signUp(ann, shift);
        signUp(bo, shift);
        press(ann, shift, Pressing.GONE);

        // When
        Volunteer cy = campaign.member(bot, "Cy");
        signUp(cy, shift);
        work();

        // Then
        assertThat(List.of(standing(bo, shift), standing(cy, shift))).containsExactly("offered", "waiting");
    }

    @Test
    void a_hundred_who_press_at_once_are_never_more_than_there_are_places() throws Exception {
        // Given
        long shift = shift(7, Duration.ofDays(3));
        List<Volunteer> crowd = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            crowd.add(campaign.member(bot, "V" + i));
        }

        // When
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<Future<?>> presses = new ArrayList<>();
        crowd.forEach(one -> presses.add(threads.submit(() -> {
            press(one, shift, Pressing.SIGN_UP);
            press(one, shift, Pressing.SIGN_UP);
        })));
        for (Future<?> press : presses) {
            press.get();
        }
        threads.shutdown();

        // Then
        assertThat(rows("select taken, waiting from shift where organisation = $1 and id = $2", shift)
                        .get(0)
                        .toJson()
                        .toString())
                .isEqualTo("{\"taken\":7,\"waiting\":33}");
        assertThat(rows("select queue from shift_place where organisation = $1 and state = 'held' order by queue"))
                .extracting(row -> row.getLong("queue"))
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void two_shifts_at_the_same_time_are_pointed_out() {
        // Given
        long one = shift(5, Duration.ofDays(3));
        long other = shift(5, Duration.ofDays(3).plusMinutes(30));
        signUp(ann, one);

        // When
        String said = signUp(ann, other);

        // Then
        assertThat(said).contains("✓ You have a place.", "At the same time you have: Phone bank,");
    }

    @Test
    void reminders_come_a_day_and_an_hour_before_and_not_after_leaving() {
        // Given
        long shift = shift(5, Duration.ofHours(30));
        signUp(ann, shift);
        signUp(bo, shift);
        int before = gateway.to(ann.chat()).size();

        // When
        passes(Duration.ofHours(7));
        String day = last(ann);
        press(bo, shift, Pressing.GONE);
        passes(Duration.ofMinutes(22 * 60 + 30));
        String hour = last(ann);
        work();

        // Then
        assertThat(day).contains("Ann, this is coming up:", "Join here:");
        assertThat(hour).contains("Ann, it begins in an hour:", "Join here:");
        assertThat(gateway.to(ann.chat())).hasSize(before + 2);
        assertThat(seen(bo)).doesNotContain("it begins in an hour");
    }

    @Test
    void the_calendar_file_is_read_by_another_library_at_the_same_moment() {
        // Given
        long shift = shift(5, Duration.ofDays(3));
        signUp(ann, shift);
        Instant starts = rows("select starts_at from shift where organisation = $1 and id = $2", shift)
                .get(0)
                .getOffsetDateTime("starts_at")
                .toInstant();

        // When
        List<Outgoing> files = press(ann, shift, Pressing.FILE);

        // Then
        Outgoing.File file = (Outgoing.File) files.get(0);
        biweekly.component.VEvent event = biweekly.Biweekly.parse(new String(file.content(), StandardCharsets.UTF_8))
                .first()
                .getEvents()
                .get(0);
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(starts);
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(starts.plus(Duration.ofMinutes(90)));
        assertThat(event.getLocation().getValue()).isEqualTo("https://example.org/calls");
    }

    @Test
    void shifts_that_do_not_suit_are_offered_only_to_whoever_asks() {
        // Given
        shift(5, Duration.ofDays(3));
        rows("""
                insert into attribute (organisation, member, attribute, value, run, set_at)
                select $1, m.id, 'availability', 'no_such_time', (select max(r.id) from run r where r.organisation = $1), now()
                from member m where m.organisation = $1 and m.name = 'Ann'
                """);

        // When
        String list = text(ann.types("/shifts"));

        // Then
        assertThat(list).contains("Nothing fits the times you gave. There is one other shift");
    }

    @Test
    void forged_and_stale_presses_change_nothing() {
        // Given
        long shift = shift(5, Duration.ofDays(3));
        rows("update event set audience = '{\"branch\":[\"paris\"]}' where organisation = $1");

        // When
        for (String forged : List.of(shift + ".s", (shift + 1_000) + ".s", "x", shift + ".zz", "999999999999.a")) {
            ann.does(Volunteer.update(), new What.Press("p", 1, new Action.Order(Pressing.NAME, forged)));
        }

        // Then
        assertThat(rows("select 1 from shift_place where organisation = $1")).isEmpty();
        assertThat(text(ann.types("/shifts"))).contains("No shifts are planned");
    }

    private String signUp(Volunteer volunteer, long shift) {
        return text(press(volunteer, shift, Pressing.SIGN_UP));
    }

    private List<Outgoing> press(Volunteer volunteer, long shift, String deed) {
        return volunteer.orders(Pressing.NAME, shift + "." + deed);
    }
}
