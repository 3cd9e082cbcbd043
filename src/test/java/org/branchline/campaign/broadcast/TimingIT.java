package org.branchline.campaign.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.branchline.calendar.LocalHour;
import org.branchline.calendar.QuietHours;
import org.branchline.intake.Agenda;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Recorded.class)
class TimingIT extends BroadcastCase {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    /** Twelve hours behind Tokyo, all year. */
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

    @BeforeEach
    void live() {
        rows(
                "update member set timezone = $2 where organisation = $1 and telegram_user = $3",
                SAO_PAULO.getId(),
                bo.chat());
    }

    @Test
    void whoever_sleeps_gets_it_in_the_morning_and_everybody_else_at_once() {
        // Given
        QuietHours quiet = nightIn(TOKYO);

        // When
        long id = begun(draft("Are you up?", Duration.ZERO), "when-1");
        String bos = text(bo.reads());
        Counts night = until(id, counts -> counts.byState().containsKey("sent"));
        Instant due = due(ann);
        rows("update broadcast set quiet_from = null, quiet_until = null where organisation = $1");
        rows("update outbox set due_at = now() where organisation = $1 and state = 'held'");

        // Then
        assertThat(bos).contains("Are you up?");
        assertThat(night.waiting().why()).isEqualTo(Map.of("NIGHT", 1L));
        assertThat(due).isEqualTo(quiet.end(clock.now(), TOKYO));
        assertThat(night.times().lastAt()).isEqualTo(due);
        assertThat(closed(id).byState()).isEqualTo(Map.of("sent", 2L));
    }

    @Test
    void what_falls_due_at_night_waits_though_it_was_meant_for_the_day() {
        // Given
        long id = begun(draft("Good evening", Duration.ofHours(1)), "when-2");
        QuietHours quiet = around(TOKYO);
        rows(
                "update broadcast set quiet_from = $2, quiet_until = $3 where organisation = $1",
                quiet.from(),
                quiet.until());

        // When
        goesNow();

        // Then
        Counts counts = until(id, found -> found.byState().containsKey("sent"));
        assertThat(text(bo.reads())).contains("Good evening");
        assertThat(counts.waiting().why()).isEqualTo(Map.of("NIGHT", 1L));
        assertThat(due(ann)).isEqualTo(quiet.end(clock.now(), TOKYO));
    }

    @Test
    void by_everybodys_own_hour_each_row_falls_due_where_its_member_lives() {
        // Given
        LocalTime soonInTokyo =
                clock.now().atZone(TOKYO).toLocalTime().plusHours(2).truncatedTo(ChronoUnit.MINUTES);
        LocalHour hour = new LocalHour(soonInTokyo, null);
        Instant asked = clock.now();

        // When
        long id =
                begun(draft("At six", Duration.ZERO).timed(new Timing(new When.OwnHour(hour), false, null)), "when-3");

        // Then
        Counts counts = counts(id);
        assertThat(due(ann)).isEqualTo(hour.in(TOKYO, asked)).isBefore(asked.plus(Duration.ofHours(2)));
        assertThat(due(bo)).isEqualTo(hour.in(SAO_PAULO, asked)).isEqualTo(due(ann).plus(Duration.ofHours(12)));
        assertThat(counts.times()).isEqualTo(new Counts.Times(due(ann), due(bo), null));
        assertThat(counts.state()).isEqualTo("held");
        assertThat(counts.waiting().why()).isEqualTo(Map.of("HOUR", 2L));
    }

    @Test
    void what_has_not_left_by_the_end_is_not_sent_any_more_and_is_counted() {
        // Given
        nightIn(TOKYO);
        Timing timing = new Timing(new When.Now(), false, clock.now().plus(Duration.ofHours(3)));
        long id = begun(draft("Tonight", Duration.ZERO).timed(timing), "when-4");
        until(id, counts -> counts.byState().containsKey("sent"));

        // When
        rows("update broadcast set finish_by = now() where organisation = $1");

        // Then
        Counts counts = closed(id);
        assertThat(counts.state()).isEqualTo("done");
        assertThat(counts.byState()).isEqualTo(Map.of("sent", 1L, "failed", 1L));
        assertThat(counts.failed()).isEqualTo(Map.of("TOO_LATE", 1L));
    }

    @Test
    void paused_until_after_its_end_it_ends_and_is_not_sent_again() {
        // Given
        Timing timing = new Timing(new When.Now(), false, clock.now().plus(Duration.ofHours(3)));
        long id = begun(draft("Paused", Duration.ofHours(1)).timed(timing), "when-5");
        tx(tx -> broadcasts.pause(tx::query, bot.organisation(), id));
        rows(
                "update outbox set state = 'uncertain' where organisation = $1 and chat = $2 and content is not null",
                ann.chat());

        // When
        rows("update broadcast set finish_by = now() where organisation = $1");
        closed(id);
        tx(tx -> broadcasts.resendUncertain(tx::query, bot.organisation(), id, clock.now()));

        // Then
        Counts counts = counts(id);
        assertThat(counts.state()).isEqualTo("done");
        assertThat(counts.byState()).isEqualTo(Map.of("uncertain", 1L, "failed", 1L));
        assertThat(counts.failed()).isEqualTo(Map.of("TOO_LATE", 1L));
    }

    @Test
    void what_stands_in_the_queue_at_the_end_does_not_leave_either() {
        // Given
        Timing timing = new Timing(new When.Now(), true, clock.now().plus(Duration.ofHours(3)));
        long id = begun(draft("Just too late", Duration.ofHours(1)).timed(timing), "when-6");
        rows("update content set until = now() - interval '1 second' where organisation = $1");

        // When
        goesNow();

        // Then
        assertThat(closed(id).failed()).isEqualTo(Map.of("TOO_LATE", 2L));
    }

    @Test
    void a_time_that_is_over_is_refused_and_the_same_request_later_is_still_the_same_broadcast() {
        // Given
        Instant soon = clock.now().plus(Duration.ofHours(1));
        Draft draft = draft("Soon", Duration.ZERO).timed(new Timing(new When.At(soon), false, null));
        long id = creating(draft, "when-7");

        // When
        Started again = beginAt(draft, "when-7", soon.plus(Duration.ofHours(1)));
        Started other = beginAt(draft, "when-8", soon.plus(Duration.ofHours(1)));

        // Then
        assertThat(again).isEqualTo(new Started.Accepted(id, false));
        assertThat(other).isInstanceOfSatisfying(Started.TooLate.class, late -> assertThat(late.problems())
                .singleElement()
                .asString()
                .startsWith("at: is over"));
    }

    @Test
    void what_is_next_and_what_is_due_is_known_for_every_moment() {
        // Given
        Instant begins = clock.now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS);
        Instant ends = begins.plus(Duration.ofHours(1));
        begun(draft("Later", Duration.ZERO).timed(new Timing(new When.At(begins), false, ends)), "when-9");

        // When
        Agenda before = agenda(clock.now());
        Agenda then = agenda(begins);
        Agenda after = agenda(ends);
        rows("update broadcast set state = 'paused' where organisation = $1");
        Agenda paused = agenda(begins);

        // Then
        assertThat(before).isEqualTo(new Agenda(0, begins));
        assertThat(then).isEqualTo(new Agenda(2, ends));
        assertThat(after).isEqualTo(new Agenda(2, null));
        assertThat(paused).isEqualTo(new Agenda(0, ends));
    }

    private Agenda agenda(Instant moment) {
        return tx(tx -> new BroadcastsDue().agenda(tx::query, bot, moment));
    }

    private Started beginAt(Draft draft, String key, Instant now) {
        return tx(tx -> broadcasts.begin(
                tx::query, organisations.organisation(bot.organisation()), bot, draft, key, null, now));
    }

    /** Quiet hours that began an hour ago there and go on for another. */
    private QuietHours around(ZoneId zone) {
        LocalTime time = clock.now().atZone(zone).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        return new QuietHours(time.minusHours(1), time.plusHours(1));
    }

    private QuietHours nightIn(ZoneId zone) {
        QuietHours quiet = around(zone);
        rows(
                "update organisation set settings = jsonb_set(settings, '{quiet_hours}', to_jsonb($2::text)) where id = $1",
                quiet.toString());
        TestCampaign.now(organisations.load(bot.organisation()));
        return quiet;
    }

    private Instant due(Volunteer member) {
        List<Row> held = rows(
                "select due_at from outbox where organisation = $1 and chat = $2 and state = 'held'", member.chat());
        assertThat(held).hasSize(1);
        return held.get(0).getOffsetDateTime("due_at").toInstant();
    }

    private void goesNow() {
        rows("update broadcast set goes_at = now() where organisation = $1");
        rows("update outbox set due_at = now() where organisation = $1 and state = 'held'");
    }
}
