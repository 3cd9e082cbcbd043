package org.branchline.campaign.event.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import org.branchline.campaign.event.EventCase;
import org.branchline.intake.Recorded;
import org.branchline.intake.Volunteer;
import org.junit.jupiter.api.Test;

/** What people want to talk about at a meeting. */
@QuarkusTest
@TestProfile(Recorded.class)
class AgendaIT extends EventCase {

    @Test
    void whoever_has_a_place_puts_three_things_on_the_agenda_and_takes_one_off_again() {
        // Given
        long shift = meeting(Duration.ofDays(3));
        String place = text(ann.orders("shift", shift + ".s"));
        ann.presses("Put on the agenda");

        // When
        String tooLong = text(ann.types("x".repeat(Agenda.LONGEST + 1)));
        String first = text(ann.types("Who books\n the hall?"));
        ann.presses("Put another on");
        ann.types("Tea");
        ann.presses("Put another on");
        ann.types("Cake");
        String fourth = text(ann.orders(Meeting.COMMAND, shift + ".a"));
        ann.orders(Meeting.COMMAND, shift + ".l");
        String left = text(ann.presses("✗ 2. Tea"));

        // Then
        assertThat(place).contains("You have a place");
        assertThat(tooLong).contains("at most 200 characters");
        assertThat(first).contains("✓ On the agenda of Planning: Who books the hall?");
        assertThat(fourth).contains("You have put 3 things on the agenda");
        assertThat(left).contains("1. Who books the hall?\n2. Cake").doesNotContain("Tea", "Ann");
        assertThat(items()).isEqualTo(2);
    }

    @Test
    void the_host_reads_whose_they_are_on_a_card_that_edits_itself_and_takes_any_off() {
        // Given
        long shift = meeting(Duration.ofDays(3));
        ann.orders("shift", shift + ".s");
        cora.types("/host");
        cora.presses("Planning");
        work();

        // When
        puts(ann, shift, "Tea");
        work();
        String card = last(cora);
        String agenda = text(cora.presses("See the agenda"));
        String off = text(cora.presses("✗ 1. Tea"));

        // Then
        assertThat(card).contains("On the agenda:\n1. Tea");
        assertThat(agenda).contains("1. Tea · Ann");
        assertThat(off).contains("Nothing is on the agenda yet");
        assertThat(items()).isZero();
    }

    @Test
    void nobody_else_sees_it_or_takes_anything_off() {
        // Given
        long shift = meeting(Duration.ofDays(3));
        long calls = shift(5, Duration.ofDays(3));
        ann.orders("shift", shift + ".s");
        ann.orders("shift", calls + ".s");
        puts(ann, shift, "Tea");
        long item = rows("select id from meeting_item where organisation = $1")
                .get(0)
                .getLong("id");

        // When
        String seen = text(bo.orders(Meeting.COMMAND, shift + ".l"));
        String put = text(bo.orders(Meeting.COMMAND, shift + ".a"));
        bo.orders("shift", shift + ".s");
        bo.orders(Meeting.COMMAND, shift + ".x" + item);
        String noMeeting = text(ann.orders(Meeting.COMMAND, calls + ".a"));

        // Then
        assertThat(seen).contains("I can't find that meeting").doesNotContain("Tea");
        assertThat(put).contains("I can't find that meeting");
        assertThat(noMeeting).contains("I can't find that meeting");
        assertThat(items()).isEqualTo(1);
    }

    @Test
    void an_hour_before_it_is_read_and_after_the_beginning_it_is_closed() {
        // Given
        long shift = meeting(Duration.ofHours(25));
        Volunteer cy = campaign.member(bot, "Cy");
        for (Volunteer one : new Volunteer[] {ann, bo, cy}) {
            one.orders("shift", shift + ".s");
        }
        passes(Duration.ofHours(1).plusMinutes(1));
        String dayBefore = last(ann);
        ann.presses("Put on the agenda");
        ann.types("Tea 0");
        for (int i = 1; i < 3; i++) {
            puts(ann, shift, "Tea " + i);
            puts(bo, shift, "Cake " + i);
            puts(cy, shift, "Hall " + i);
        }

        // When
        passes(Duration.ofHours(23));
        String hourBefore = last(bo);
        String all = text(bo.presses("See the agenda"));
        bo.presses("Put on the agenda");
        passes(Duration.ofHours(1));
        String closed = text(bo.types("Too late"));

        // Then
        assertThat(dayBefore).contains("Ann, this is coming up:");
        assertThat(hourBefore)
                .contains("Bo, it begins in an hour:", "On the agenda:\n1. Tea 0\n2. Tea 1", "… and 2 more")
                .doesNotContain("6.");
        assertThat(all).contains("7. Hall 2");
        assertThat(closed).contains("Planning has begun: please say it there.");
        assertThat(items()).isEqualTo(7);
    }

    @Test
    void what_is_typed_after_something_else_is_not_for_the_agenda() {
        // Given
        long shift = meeting(Duration.ofDays(3));
        ann.orders("shift", shift + ".s");
        ann.presses("Put on the agenda");

        // When
        ann.types("/shifts");
        ann.types("Is anybody there?");
        ann.orders(Meeting.COMMAND, shift + ".a");
        String stopped = text(ann.types("/cancel"));
        ann.types("Tea");

        // Then
        assertThat(stopped).contains("OK, I stop here.");
        assertThat(items()).isZero();
    }

    private void puts(Volunteer volunteer, long shift, String said) {
        volunteer.orders(Meeting.COMMAND, shift + ".a");
        volunteer.types(said);
    }

    private int items() {
        return rows("select 1 from meeting_item where organisation = $1").size();
    }
}
