package org.branchline.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Times and places as a reader knows them: {@code Tue 24 Nov 18:00}, {@code Buenos Aires}. */
public final class Moments {

    private static final Phrases PHRASES = Phrases.open("conversation");

    private Moments() {}

    /** A moment by the clock of a zone. */
    public static String of(Instant moment, ZoneId zone, String language) {
        return as("moment", moment.atZone(zone), language);
    }

    /** A moment by the reader's own clock, which is named. */
    public static String named(Instant moment, ZoneId zone, String language) {
        return of(moment, zone, language) + " (" + place(zone) + ")";
    }

    /** A day of the next months: {@code Tue 24 Nov}. */
    public static String day(LocalDate day, String language) {
        return as("moment.day", day, language);
    }

    /** The hour alone: {@code 18:00}. */
    public static String hour(Instant moment, ZoneId zone, String language) {
        return as("moment.hour", moment.atZone(zone), language);
    }

    private static String as(String pattern, TemporalAccessor when, String language) {
        return DateTimeFormatter.ofPattern(PHRASES.say(language, pattern), Locale.forLanguageTag(language))
                .format(when);
    }

    /** The city after which a zone is named. */
    public static String place(ZoneId zone) {
        String id = zone.getId();
        return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    }
}
