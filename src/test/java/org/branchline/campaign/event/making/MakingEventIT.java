package org.branchline.campaign.event.making;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.branchline.campaign.event.EventCase;
import org.branchline.conversation.Action;
import org.branchline.intake.Recorded;
import org.branchline.intake.Volunteer;
import org.branchline.intake.What;
import org.junit.jupiter.api.Test;

/** Coordinators and captains who make events, and see what is planned. */
@QuarkusTest
@TestProfile(Recorded.class)
class MakingEventIT extends EventCase {

    /** On every day of the week, so that it does not matter on which these tests run. */
    private static final String BRITAIN =
            "\"britain\": {\"name\": {\"en\": \"Britain\"}, \"timezone\": \"Europe/London\", \"weekdays\":"
                    + " \"09:00-21:30\", \"saturday\": \"09:00-21:30\", \"sunday\": \"09:00-21:30\"}";

    private static final String FRANCE =
            "\"france\": {\"name\": {\"en\": \"France\"}, \"timezone\": \"Europe/Paris\", \"weekdays\": \"10:00-20:00\"}";

    @Test
    void five_answers_make_an_event_and_whoever_makes_it_hosts_it() {
        // When
        String preview = walk(cora, "Training", "Thursday 18:00");
        String made = text(cora.presses("Make it"));

        // Then
        assertThat(preview)
                .contains(
                        "Training: Learn to call",
                        "18:00–19:30 (Tokyo)",
                        "12 places",
                        "Who may sign up: Everyone (3 people)")
                .contains("Online: https://example.org/calls", "Host: Cora");
        assertThat(made).contains("✓ Made: Learn to call, Thu");
        Row event = event();
        assertThat(event.getString("kind")).isEqualTo("training");
        assertThat(event.getString("host_name")).isEqualTo("Cora");
        assertThat(event.getString("zone")).isEqualTo("Asia/Tokyo");
        assertThat(event.getString("link")).isEqualTo("https://example.org/calls");
        assertThat(event.getInteger("places")).isEqualTo(12);
        assertThat(event.getInteger("minutes")).isEqualTo(90);
        assertThat(shifts()).hasSize(1);
        assertThat(rows("select 1 from event_sketch where organisation = $1")).isEmpty();
        assertThat(rows("select 1 from audit where organisation = $1 and what = 'made an event'"))
                .hasSize(1);
    }

    @Test
    void pressed_twice_it_is_made_once() {
        // Given
        walk(cora, "Meeting", "Thursday 18:00");
        Row sketch = rows("select id, sketch from event_sketch where organisation = $1")
                .get(0);
        What.Press press = new What.Press(
                "press",
                1,
                new Action.Order(
                        Making.NAME,
                        sketch.getLong("id") + ".make."
                                + sketch.getJsonObject("sketch").getInteger("edition")));

        // When
        cora.does(Volunteer.update(), press);
        cora.does(Volunteer.update(), press);

        // Then
        assertThat(rows("select 1 from event where organisation = $1")).hasSize(1);
    }

    @Test
    void a_preview_that_was_changed_since_makes_nothing() {
        // Given
        walk(cora, "Meeting", "Thursday 18:00");
        Row sketch = rows("select id, sketch from event_sketch where organisation = $1")
                .get(0);
        int edition = sketch.getJsonObject("sketch").getInteger("edition");
        cora.presses("Change the places");
        cora.presses("20");

        // When
        String shown = text(cora.orders(Making.NAME, sketch.getLong("id") + ".make." + edition));

        // Then
        assertThat(shown).contains("20 places");
        assertThat(rows("select 1 from event where organisation = $1")).isEmpty();
    }

    @Test
    void a_series_has_its_shifts_for_the_next_weeks() {
        // Given
        String preview = walk(cora, "Meeting", "every Thursday 18:00");

        // When
        String made = text(cora.presses("Make it"));

        // Then
        assertThat(preview).contains(", then every week on Thursday at 18:00");
        assertThat(event().getString("rule")).isEqualTo("FREQ=WEEKLY;BYDAY=TH");
        assertThat(shifts()).hasSizeBetween(8, 9);
        assertThat(made).contains("It takes place " + shifts().size() + " times in the next 60 days.");
    }

    @Test
    void everything_else_can_be_changed_before_it_is_made() {
        // Given
        walk(cora, "Meeting", "Thursday 18:00");

        // When
        cora.presses("Change the length");
        cora.types("2 hours");
        cora.presses("Set a minimum");
        cora.presses("3");
        cora.presses("Write a note");
        cora.types("We talk about May.");
        cora.presses("Choose languages");
        cora.types("English and French");
        cora.presses("Say what people need");
        cora.types("A headset");
        cora.presses("Choose a script");
        cora.presses("Skills audit");
        cora.presses("Choose a debrief");
        cora.presses("Skills audit");
        cora.presses("Choose who may sign up");
        cora.presses("Paris");
        cora.presses("Also in Dansk");
        String note = text(cora.types("Lær at ringe"));
        String preview = text(cora.types("Vi taler om maj."));
        cora.presses("Make it");

        // Then
        assertThat(note).contains("And what is it about, in Dansk?");
        assertThat(preview)
                .contains("18:00–20:00", "thin below 3", "Languages: English, Français", "You need: A headset")
                .contains(
                        "Script: Skills audit",
                        "Afterwards: Skills audit",
                        "Dansk: Lær at ringe",
                        "Who may sign up: Paris",
                        "We talk about May.");
        Row event = event();
        assertThat(event.getJsonObject("titles").getString("da")).isEqualTo("Lær at ringe");
        assertThat(event.getJsonObject("notes").getString("da")).isEqualTo("Vi taler om maj.");
        assertThat(event.getString("audience")).contains("paris");
        assertThat(List.of(event.getString("script"), event.getString("debrief")))
                .containsExactly("skills-audit", "skills-audit");
        assertThat(event.getArrayOfStrings("languages")).containsExactly("en", "fr");
        assertThat(event.getInteger("minimum")).isEqualTo(3);
    }

    @Test
    void a_captain_makes_it_for_whom_they_look_after() {
        // Given
        campaign.grant(ann, "captain", "paris");

        // When
        walk(ann, "Meeting", "Thursday 18:00");
        ann.presses("Make it");

        // Then
        assertThat(event().getString("audience")).contains("paris");
        assertThat(event().getString("host_name")).isEqualTo("Ann");
    }

    @Test
    void members_make_nothing() {
        // When
        bo.types("/event");
        bo.orders(Making.NAME, "0.new.0");

        // Then
        assertThat(rows("select 1 from event_sketch where organisation = $1")).isEmpty();
    }

    @Test
    void a_phone_bank_is_never_outside_the_hours_of_the_area_it_calls() {
        // Given
        campaign.settle(bot, "{\"called_areas\": {" + BRITAIN + "}}");
        cora.types("/event");
        cora.presses("Phone bank");
        cora.presses("Phone bank");

        // When
        String night = text(cora.types("Thursday 12:00"));
        String series = text(cora.types("every Thursday 05:00"));
        String fits = text(cora.types("every Thursday 18:00"));
        cora.presses("As many as come");
        String preview = text(cora.presses("Later"));
        cora.presses("Make it");

        // Then
        assertThat(night)
                .contains(
                        "people in Britain may not be called all of that time",
                        "09:00–21:30 (London)",
                        "for you (Tokyo)")
                .contains("Please type another time.");
        assertThat(series).as("in summer it is an hour later there").contains("may not be called all of that time");
        assertThat(fits).contains("How many places?");
        assertThat(preview).contains("Calls go to Britain, where that is Thu", "(London).", "As many as come");
        assertThat(event().getString("area")).isEqualTo("britain");
        assertThat(event().getInteger("places")).isNull();
    }

    @Test
    void a_length_that_ends_too_late_there_asks_for_another_time() {
        // Given
        campaign.settle(bot, "{\"called_areas\": {" + BRITAIN + "}}");
        walk(cora, "Phone bank", "Thursday 18:00");

        // When
        cora.presses("Change the length");
        String refused = text(cora.types("14 hours"));

        // Then
        assertThat(refused).contains("people in Britain may not be called all of that time");
        assertThat(text(cora.types("soon"))).contains("I can't find a time in that.");
    }

    @Test
    void where_several_areas_are_called_it_is_asked_which() {
        // Given
        campaign.settle(bot, "{\"called_areas\": {" + BRITAIN + ", " + FRANCE + "}}");
        cora.types("/event");

        // When
        String asked = text(cora.presses("Phone bank"));
        cora.presses("France");
        cora.types("Call Lyon");
        String never = text(cora.types("Sunday 18:00"));

        // Then
        assertThat(asked).contains("Whom will you call?");
        assertThat(never).contains("people in France may not be called on that day", "They may be called Mon");
    }

    @Test
    void the_kind_and_the_area_can_be_changed_until_it_is_made() {
        // Given
        campaign.settle(bot, "{\"called_areas\": {" + BRITAIN + ", " + FRANCE + "}}");
        cora.types("/event");
        cora.presses("Meeting");
        cora.presses("Meeting");
        cora.types("Thursday 12:00");
        cora.presses("12");
        String meeting = text(cora.presses("Later"));

        // When
        cora.presses("Change the kind");
        String asked = text(cora.presses("Phone bank"));
        String night = text(cora.presses("Britain"));
        String britain = text(cora.types("Thursday 18:00"));
        cora.presses("Change whom you call");
        String france = text(cora.presses("France"));
        cora.presses("Make it");

        // Then
        assertThat(meeting).contains("Meeting\n", "Where: you say that later, below /host");
        assertThat(asked).contains("Whom will you call?");
        assertThat(night).contains("people in Britain may not be called all of that time");
        assertThat(britain).contains("Phone bank\n", "Calls go to Britain");
        assertThat(france).contains("Calls go to France");
        assertThat(event().getString("kind")).isEqualTo("phone_bank");
        assertThat(event().getString("area")).isEqualTo("france");
    }

    @Test
    void a_series_says_which_closed_days_it_leaves_out_and_one_on_such_a_day_is_refused() {
        // Given
        LocalDate closed =
                clock.now().atZone(ZoneId.of("Asia/Tokyo")).toLocalDate().plusDays(3);
        campaign.settle(
                bot,
                "{\"called_areas\": {"
                        + BRITAIN.replace("\"weekdays\"", "\"closed\": [\"" + closed + "\"], \"weekdays\"") + "}}");
        String written = closed.format(DateTimeFormatter.ofPattern("d/M/yyyy"));
        cora.types("/event");
        cora.presses("Phone bank");
        cora.presses("Phone bank");

        // When
        String once = text(cora.types(written + " 18:00"));
        cora.types("every day 18:00");
        cora.presses("As many as come");
        String preview = text(cora.presses("Later"));
        String made = text(cora.presses("Make it"));

        // Then
        assertThat(once).contains("people in Britain may not be called on that day");
        assertThat(List.of(preview, made)).allSatisfy(each -> assertThat(each)
                .containsPattern("1 of (59|60|61) is left out, because nobody in Britain may be called then: "));
        assertThat(rows("select 1 from shift where organisation = $1 and local::date::text = $2", closed.toString()))
                .isEmpty();
        assertThat(shifts()).hasSizeBetween(58, 60);
    }

    @Test
    void an_area_that_the_files_name_no_more_makes_nothing() {
        // Given
        campaign.settle(bot, "{\"called_areas\": {" + BRITAIN + "}}");
        walk(cora, "Phone bank", "Thursday 18:00");
        campaign.settle(bot, "{\"called_areas\": {" + FRANCE + "}}");

        // When
        String refused = text(cora.presses("Make it"));
        cora.presses("← Back");
        cora.presses("Change whom you call");
        String preview = text(cora.presses("France"));

        // Then
        assertThat(refused).contains("(“britain”) is not in our files any more");
        assertThat(rows("select 1 from event where organisation = $1")).isEmpty();
        assertThat(preview).contains("Calls go to France");
    }

    @Test
    void what_is_planned_is_listed_by_the_readers_clock_with_how_full_it_is() {
        // Given
        long empty = shift(12, Duration.ofDays(2));
        long thin = shifts(5, 2, Duration.ofDays(3), "").get(0);
        long full = shift(1, Duration.ofDays(4));
        long open = shifts(5, 1, Duration.ofDays(5), "").get(0);
        shift(12, Duration.ofDays(15));
        List.of(thin, full, open).forEach(shift -> ann.orders("shift", shift + ".s"));

        // When
        String planned = text(cora.types("/event"));

        // Then
        assertThat(planned)
                .contains("4 in the next two weeks, by your clock (Tokyo):")
                .contains("Phone bank: empty", "Phone bank: thin, 1 of 5", "Phone bank: full", "Phone bank: 1 of 5");
        assertThat(gateway.to(cora.chat()).toString()).contains("command=host, argument=" + empty);
    }

    @Test
    void what_is_typed_for_an_event_is_heard_by_nothing_else_that_was_begun() {
        // Given
        cora.types("/deadline");
        cora.types("/event");
        cora.presses("Meeting");

        // When
        String asked = text(cora.types("Learn to call"));

        // Then
        assertThat(asked).contains("When does it begin, by your clock (Tokyo)?");
        assertThat(text(cora.types("/cancel"))).contains("OK, nothing is planned.");
        assertThat(rows("select 1 from event_sketch where organisation = $1")).isEmpty();
    }

    /** The five answers; what is read after the last. */
    private static String walk(Volunteer maker, String kind, String when) {
        maker.types("/event");
        maker.presses(kind);
        maker.types("Learn to call");
        maker.types(when);
        maker.presses("12");
        return text(maker.types("https://example.org/calls"));
    }

    private Row event() {
        return rows("select e.*, h.name as host_name from event e"
                        + " join member h on h.organisation = $1 and h.id = e.host where e.organisation = $1")
                .get(0);
    }

    private List<Row> shifts() {
        return rows("select id from shift where organisation = $1");
    }
}
