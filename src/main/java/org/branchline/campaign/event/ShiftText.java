package org.branchline.campaign.event;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.branchline.calendar.QuietHours;
import org.branchline.conversation.Moments;
import org.branchline.intake.Speech;

/** How shifts read: in the reader's own zone and in the host's, marked where they fall into the reader's night. */
public final class ShiftText {

    public static final Speech SPEECH = Speech.of("event");

    /** Command by which a host asks for more people. */
    public static final String ASKING = "fill";

    /** Command by which somebody who comes brings a friend. */
    public static final String BRINGING = "friend";

    /** Command that shows the script by which people call. */
    public static final String SCRIPT = "script";

    private ShiftText() {}

    /** With what the origins of all calls for more people begin. */
    public static String origin(long shift) {
        return "shift:" + shift + ":";
    }

    /** Its beginning and its end by the reader's clock, which is named, and on a second line its beginning where it is held. */
    public static String when(Shift shift, ZoneId zone, QuietHours quiet, String language) {
        String own = SPEECH.in(
                language,
                "when",
                "from",
                Moments.of(shift.startsAt(), zone, language),
                "until",
                Moments.hour(shift.endsAt(), zone, language),
                "place",
                Moments.place(zone));
        String night = shift.atNight(quiet, zone) ? " " + SPEECH.in(language, "night") : "";
        return own + night + there(shift, zone, language);
    }

    /** Its beginning by the host's clock; empty where that shows the same. */
    private static String there(Shift shift, ZoneId zone, String language) {
        ZoneId theirs = shift.event().zone();
        Instant at = shift.startsAt();
        return at.atZone(theirs).toLocalDateTime().equals(at.atZone(zone).toLocalDateTime())
                ? ""
                : "\n" + SPEECH.in(language, "when.there", "at", Moments.named(at, theirs, language));
    }

    /** One line of a list. */
    public static String line(Mine mine, int number, ZoneId zone, QuietHours quiet, String language) {
        Shift shift = mine.shift();
        return SPEECH.in(
                language,
                "line",
                "n",
                "" + number,
                "when",
                Moments.of(shift.startsAt(), zone, language),
                "title",
                shift.event().title(language),
                "state",
                state(mine, language) + (shift.atNight(quiet, zone) ? " " + SPEECH.in(language, "night") : ""));
    }

    /** How full it is, or how the reader stands to it, in few words. */
    public static String state(Mine mine, String language) {
        return switch (mine.standing()) {
            case HELD -> SPEECH.in(language, "state.held");
            case WAITING -> SPEECH.in(language, "state.waiting", "place", "" + (mine.ahead() + 1));
            case OFFERED -> SPEECH.in(language, "state.offered");
            case NONE, INVITED, LAPSED, LEFT -> filling(mine.shift(), language);
        };
    }

    private static String filling(Shift shift, String language) {
        Integer places = shift.places();
        if (places == null) {
            return SPEECH.in(language, "state.open");
        }
        return shift.filling() == Shift.Filling.FULL
                ? SPEECH.countIn(language, "state.full", shift.waiting())
                : SPEECH.countIn(language, "state.free", shift.free(), "places", "" + places);
    }

    /** What it is, when, where and how full; the link only for whoever has a place. */
    public static String whole(Mine mine, ZoneId zone, QuietHours quiet, String language) {
        Shift shift = mine.shift();
        Event event = shift.event();
        List<String> lines = new ArrayList<>();
        lines.add(event.title(language));
        lines.add(when(shift, zone, quiet, language));
        if (!event.note(language).isEmpty()) {
            lines.add("");
            lines.add(event.note(language));
        }
        lines.add("");
        lines.addAll(around(mine, language));
        return String.join("\n", lines).strip();
    }

    private static List<String> around(Mine mine, String language) {
        Event event = mine.shift().event();
        List<String> lines = new ArrayList<>();
        if (!event.place().isEmpty()) {
            lines.add(SPEECH.in(language, "where", "place", event.place()));
        }
        if (!event.link().isEmpty()) {
            lines.add(
                    mine.standing() == Standing.HELD
                            ? SPEECH.in(language, "join_at", "link", event.link())
                            : SPEECH.in(language, "online"));
        }
        if (!event.languages().isEmpty()) {
            lines.add(SPEECH.in(
                    language,
                    "languages",
                    "languages",
                    event.languages().stream().map(Speech::language).collect(Collectors.joining(", "))));
        }
        if (!event.equipment().isEmpty()) {
            lines.add(SPEECH.in(language, "equipment", "what", event.equipment()));
        }
        String host = event.hostName();
        if (host != null) {
            lines.add(SPEECH.in(language, "host", "name", host));
        }
        lines.add(state(mine, language));
        return lines;
    }
}
