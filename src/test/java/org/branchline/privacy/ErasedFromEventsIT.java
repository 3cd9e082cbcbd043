package org.branchline.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.branchline.campaign.event.EventCase;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.junit.jupiter.api.Test;

/** What is kept of people around events, for how long, and what erasing them means for others. */
@QuarkusTest
@TestProfile(Recorded.class)
class ErasedFromEventsIT extends EventCase {

    @Inject
    Retention retention;

    @Test
    void the_place_of_whoever_is_erased_goes_to_the_next_in_line() {
        // Given
        long shift = shift(1, Duration.ofDays(3));
        ann.orders("shift", shift + ".s");
        bo.orders("shift", shift + ".s");

        // When
        forget(ann);
        work();

        // Then
        assertThat(standing(bo, shift)).isEqualTo("offered");
        assertThat(counts(shift)).isEqualTo("1 taken, 0 waiting");
    }

    @Test
    void whoever_waited_and_is_erased_waits_no_more() {
        // Given
        long shift = shift(1, Duration.ofDays(3));
        ann.orders("shift", shift + ".s");
        bo.orders("shift", shift + ".s");

        // When
        forget(bo);

        // Then
        assertThat(counts(shift)).isEqualTo("1 taken, 0 waiting");
    }

    @Test
    void guests_go_with_whoever_brought_them_and_members_stay() {
        // Given
        long shift = shift(5, Duration.ofDays(3));
        ann.orders("shift", shift + ".s");
        rows("""
                insert into shift_place (organisation, shift, guest, state, queue, asked_at, invited_by)
                select $1, $2, 'Zerafina', 'held', 9, now(), m.id from member m
                where m.organisation = $1 and m.telegram_user = $3
                """, shift, bo.chat());
        rows("""
                update shift_place p set invited_by = m.id from member m
                where p.organisation = $1 and p.shift = $2 and p.member is not null and m.organisation = $1
                  and m.telegram_user = $3
                """, shift, bo.chat());
        rows("update shift set taken = 2 where organisation = $1 and id = $2", shift);

        // When
        forget(bo);

        // Then
        assertThat(rows("select 1 from shift_place where organisation = $1 and guest is not null"))
                .isEmpty();
        assertThat(standing(ann, shift)).isEqualTo("held");
        assertThat(rows("select 1 from shift_place where organisation = $1 and invited_by is not null"))
                .isEmpty();
        assertThat(counts(shift)).isEqualTo("1 taken, 0 waiting");
    }

    @Test
    void an_event_outlives_its_host() {
        // Given
        campaign.grant(ann, "coordinator", null);
        long shift = shift(5, Duration.ofDays(3));
        rows("update event e set host = m.id, created_by = m.id from member m"
                + " where e.organisation = $1 and m.organisation = $1 and m.name = 'Ann'");

        // When
        forget(ann);

        // Then
        assertThat(rows("select 1 from event where organisation = $1 and host is null and created_by is null"))
                .hasSize(1);
        assertThat(text(bo.orders("shift", shift + ".o")))
                .contains("Phone bank")
                .doesNotContain("Host:");
    }

    @Test
    void mydata_shows_places_events_and_what_is_being_planned() {
        // Given
        long shift = shift(5, Duration.ofDays(3));
        cora.orders("shift", shift + ".s");
        cora.orders("event", "0.new.0");

        // When
        String files = text(cora.types("/mydata"));

        // Then
        assertThat(files)
                .contains("\"shift_places\"", "\"title\" : \"Phone bank\"", "\"starts_at\"")
                .contains("Phone banks, meetings and the like that you host or made", "Something you were planning")
                .contains("\"whom\" : \"Everyone\"");
    }

    @Test
    void shifts_go_a_year_after_they_ended_and_events_with_the_last_of_them() {
        // Given
        shift(5, Duration.ofDays(3));
        long stays = shift(5, Duration.ofDays(3));
        cora.orders("event", "0.new.0");
        String old = "clock_timestamp() - interval '366 days'";
        rows("update event_sketch set touched_at = clock_timestamp() - interval '25 hours' where organisation = $1");
        rows(
                "update shift set starts_at = " + old + ", ends_at = " + old + " where organisation = $1 and id <> $2",
                stays);
        rows("update event set made_at = " + old + ", stored_until = " + old + " where organisation = $1");

        // When
        Map<String, Integer> gone = TestCampaign.now(retention.sweep(bot.organisation()));

        // Then
        assertThat(gone)
                .containsEntry("events that were not made", 1)
                .containsEntry("shifts", 1)
                .containsEntry("events without shifts", 1);
        assertThat(rows("select id from shift where organisation = $1"))
                .extracting(row -> row.getLong("id"))
                .containsExactly(stays);
        assertThat(rows("select 1 from event where organisation = $1")).hasSize(1);
    }

    @Test
    void what_the_erased_wanted_to_talk_about_goes_and_their_task_has_no_name() {
        // Given
        long shift = meeting(Duration.ofHours(2));
        for (Volunteer one : new Volunteer[] {ann, bo}) {
            one.orders("shift", shift + ".s");
            one.orders("meeting", shift + ".a");
            one.types("Tea");
        }
        passes(Duration.ofMinutes(211));
        cora.orders("meeting", shift + ".t");
        cora.types("Book the hall");
        cora.types(clock.now().atZone(LONDON).toLocalDate().plusDays(9).toString());
        cora.presses("Ann");
        String mine = text(ann.types("/mydata"));

        // When
        forget(ann);
        String minutes = text(cora.orders("meeting", shift + ".m"));

        // Then
        assertThat(mine).contains("\"agenda_items\"", "\"said\" : \"Tea\"", "\"title\" : \"Planning\"");
        assertThat(rows("select 1 from meeting_item where organisation = $1")).hasSize(1);
        assertThat(minutes).contains("Book the hall, by").doesNotContain("Ann");
    }

    @Test
    void agendas_go_a_month_after_their_meeting() {
        // Given
        long shift = meeting(Duration.ofDays(3));
        ann.orders("shift", shift + ".s");
        ann.orders("meeting", shift + ".a");
        ann.types("Tea");
        String old = "clock_timestamp() - interval '31 days'";
        rows("update shift set starts_at = " + old + ", ends_at = " + old + " where organisation = $1");

        // When
        Map<String, Integer> gone = TestCampaign.now(retention.sweep(bot.organisation()));

        // Then
        assertThat(gone).containsEntry("agendas of meetings", 1);
        assertThat(rows("select 1 from meeting_item where organisation = $1")).isEmpty();
        assertThat(rows("select 1 from shift where organisation = $1")).hasSize(1);
    }

    private static void forget(Volunteer person) {
        person.types("/forget");
        person.presses("Delete everything");
    }

    private String counts(long shift) {
        Row row = rows("select taken, waiting from shift where organisation = $1 and id = $2", shift)
                .get(0);
        return row.getInteger("taken") + " taken, " + row.getInteger("waiting") + " waiting";
    }
}
