package org.branchline.campaign.event.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.branchline.calendar.QuietHours;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.event.Attendee;
import org.branchline.campaign.event.Attendees;
import org.branchline.campaign.event.Event;
import org.branchline.campaign.event.EventKind;
import org.branchline.campaign.event.Shift;
import org.branchline.campaign.event.Standing;
import org.branchline.campaign.event.meeting.Agenda;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A card of a shift to which very many people come whose names are very long. */
class ShiftCardTest {

    private static final Instant NOW = Instant.parse("2027-01-13T00:00:00Z");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** Telegram: UTF-16 units of a message. */
    private static final int TELEGRAM = 4_096;

    @ParameterizedTest
    @ValueSource(strings = {"en", "da"})
    void however_many_and_however_long_their_names_it_fits_into_a_message(String language) {
        // Given
        String name = "Bartholomew the Third of Somewhere Far Away 🌹".repeat(3);
        ShiftCard card = card(everybody(name, Attendees.MANY), language);
        ShiftCard page = card(everybody(name, ShiftCard.MOST_NAMES), language);

        // Then
        assertThat(card.text()).hasSizeLessThanOrEqualTo(ShiftCard.LONGEST);
        assertThat(page.people()).hasSizeLessThanOrEqualTo(ShiftCard.LONGEST).contains("\n15. Barth");
        assertThat(WhoCame.text(card)).hasSizeLessThan(TELEGRAM);
        assertThat(card.keyboard().toString()).contains("argument=7.v");
    }

    @ParameterizedTest
    @MethodSource("longNames")
    void with_a_full_agenda_it_fits_too_and_shows_people_and_what_is_on_it(String name) {
        // Given
        ShiftCard card = card(everybody(name, Attendees.MANY), full("🌹".repeat(200)), "da");

        // When
        String text = card.text();

        // Then
        assertThat(text)
                .hasSizeLessThanOrEqualTo(ShiftCard.LONGEST)
                .contains("\n5. " + name.substring(0, 4), "\n5. 🌹", "… og 95 til")
                .doesNotContain("\uFFFD");
        assertThat(text.codePoints()).noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    private static List<String> longNames() {
        return List.of(
                "Bartholomew".repeat(6),
                "عبدالرحمنبنمحمدالمنصوري".repeat(3),
                "👩\u200D👩\u200D👧\u200D👦".repeat(8),
                "a🌹".repeat(30));
    }

    /** As many things to talk about as there may be, in words as long as they may be. */
    private static Agenda full(String said) {
        return new Agenda(IntStream.range(0, 100)
                .mapToObj(n -> new Agenda.Item(n, n, "Ann", said))
                .toList());
    }

    @Test
    void where_not_everybody_fits_all_of_them_can_be_seen() {
        // Given
        List<Attendee> all = everybody("Bartholomew".repeat(6), Attendees.MANY).all();
        Attendees.Counts exactly = new Attendees.Counts(25, 25, 25, 25, 0, 25);
        ShiftCard crowded = card(new Attendees(all, exactly, 0), full("🌹".repeat(200)), "en");
        ShiftCard few = card(new Attendees(all.subList(0, 3), new Attendees.Counts(3, 0, 0, 0, 0, 3), 0), "en");

        // When
        List<String> keyboards =
                List.of(crowded.keyboard().toString(), few.keyboard().toString());

        // Then
        assertThat(crowded.text()).doesNotContain("\n25. ");
        assertThat(keyboards.get(0)).contains("argument=7.v");
        assertThat(keyboards.get(1)).doesNotContain("argument=7.v");
    }

    @Test
    void it_says_how_many_more_there_are() {
        // When
        String text = card(everybody("Ann", Attendees.MANY), "en").text();

        // Then
        assertThat(text)
                .contains("400 of 500 places", "25. Ann", "… and 375 more", "… and 85 more")
                .doesNotContain("26. Ann");
    }

    private static Attendees everybody(String name, int many) {
        List<Attendee> all = new ArrayList<>();
        for (Standing standing : List.of(Standing.HELD, Standing.OFFERED, Standing.WAITING, Standing.LEFT)) {
            for (int i = 0; i < many; i++) {
                all.add(new Attendee(
                        all.size(),
                        name,
                        standing,
                        false,
                        true,
                        null,
                        true,
                        name,
                        true,
                        false,
                        standing == Standing.LEFT));
            }
        }
        return new Attendees(all, new Attendees.Counts(400, 100, 100, 100, 10, 400), 0);
    }

    private static ShiftCard card(Attendees attendees, String language) {
        return card(attendees, new Agenda(List.of()), language);
    }

    private static ShiftCard card(Attendees attendees, Agenda agenda, String language) {
        Event event = new Event(
                1,
                EventKind.PHONE_BANK,
                "en",
                Map.of("en", "T".repeat(80)),
                Map.of(),
                "P".repeat(150),
                "https://example.org/" + "l".repeat(130),
                null,
                null,
                Audience.EVERYONE,
                "Everyone",
                LONDON,
                "",
                LocalDateTime.parse("2027-01-14T18:00"),
                Duration.ofMinutes(90),
                500,
                450,
                "britain",
                "",
                "",
                List.of(),
                "",
                true);
        Instant starts = NOW.plus(Duration.ofDays(1));
        Shift shift = new Shift(7, event, starts, starts.plus(Duration.ofMinutes(90)), 500, 450, 400, 100, true, 0);
        return new ShiftCard(shift, attendees, agenda, true, ZoneId.of("Asia/Tokyo"), QuietHours.USUAL, language, NOW);
    }
}
