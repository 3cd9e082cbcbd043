package org.branchline.campaign.event;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.branchline.calendar.CallingHours;
import org.branchline.calendar.WallClock;
import org.branchline.conversation.Moments;
import org.branchline.roster.CalledArea;

/** Why nobody is called at a time, and when they may be: by the clock there, and by that of whoever asks. */
public final class HoursText {

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
        boolean any = hours.on(day.getDayOfWeek()) != null;
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

    /** The first day after one on which there are calls; there is one, else the area could not be read. */
    private static LocalDate next(CallingHours hours, LocalDate day) {
        LocalDate next = day.plusDays(1);
        for (int i = 1; i < DayOfWeek.values().length && hours.on(next.getDayOfWeek()) == null; i++) {
            next = next.plusDays(1);
        }
        return next;
    }

    private static String hours(CallingHours hours, LocalDate day, ZoneId own, String language) {
        CallingHours.Hours of = hours.on(day.getDayOfWeek());
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
