package org.branchline.campaign.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.branchline.calendar.CallingHours;
import org.branchline.calendar.WallClock;
import org.branchline.conversation.Moments;
import org.branchline.roster.CalledArea;

/** Why nobody is called at a time, and when they may be: by the clock there, and by that of whoever asks. */
public final class HoursText {

    private static final int MOST_DATES = 10;

    private HoursText() {}

    /**
     * In two or three sentences, the last of which asks for another time.
     *
     * @param begins of a shift that is not within the area's hours
     * @param own by which clock whoever asks lives
     */
    public static String of(CalledArea area, Instant begins, ZoneId own, String language) {
        CallingHours hours = area.hours();
        ZonedDateTime there = begins.atZone(hours.zone());
        LocalDate day = there.toLocalDate();
        boolean any = hours.on(day) != null;
        String head = ShiftText.SPEECH.in(
                language,
                any ? "hours.outside" : "hours.none",
                "area",
                area.name(language),
                "there",
                Moments.named(begins, hours.zone(), language));
        return head + " " + hours(hours, any ? day : next(hours, day), own, language) + " "
                + ShiftText.SPEECH.in(language, "hours.another");
    }

    /** That nobody knows any more when people of an area may be called. */
    public static String unknown(String key, String language) {
        return ShiftText.SPEECH.in(language, "hours.unknown", "area", key);
    }

    /** Shifts of a series that do not take place, with how many there were to be; empty where all do. */
    public static String left(List<Instant> left, int all, String area, ZoneId own, String language) {
        if (left.isEmpty()) {
            return "";
        }
        String dates = left.stream()
                .limit(MOST_DATES)
                .map(at -> Moments.of(at, own, language))
                .collect(Collectors.joining(", "));
        return ShiftText.SPEECH.countIn(
                language,
                "hours.left",
                left.size(),
                "all",
                "" + all,
                "area",
                area,
                "dates",
                left.size() > MOST_DATES ? dates + " …" : dates);
    }

    /** The first day after one on which there are calls; the day before a year later where there is none. */
    private static LocalDate next(CallingHours hours, LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (hours.on(next) == null && next.isBefore(day.plusYears(1))) {
            next = next.plusDays(1);
        }
        return next;
    }

    private static String hours(CallingHours hours, LocalDate day, ZoneId own, String language) {
        CallingHours.Hours of = hours.on(day);
        if (of == null) {
            return "";
        }
        Instant from = WallClock.first(day.atTime(of.from()), hours.zone());
        Instant until = WallClock.first(day.atTime(of.until()), hours.zone());
        String there = stretch("hours.there", from, until, hours.zone(), language);
        boolean same = from.atZone(own).toLocalDateTime().equals(day.atTime(of.from()));
        return same ? there + "." : there + ", " + stretch("hours.own", from, until, own, language) + ".";
    }

    private static String stretch(String key, Instant from, Instant until, ZoneId zone, String language) {
        boolean sameDay =
                from.atZone(zone).toLocalDate().equals(until.atZone(zone).toLocalDate());
        return ShiftText.SPEECH.in(
                language,
                key,
                "from",
                Moments.of(from, zone, language),
                "until",
                sameDay ? Moments.hour(until, zone, language) : Moments.of(until, zone, language),
                "place",
                Moments.place(zone));
    }
}
