package org.branchline.campaign.broadcast;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.branchline.conversation.Phrases;

/** Times and places as a reader knows them: {@code Tue 24 Nov 18:00}, {@code Buenos Aires}. */
public final class Moments {

    private static final Phrases PHRASES = Phrases.open("broadcast");

    private Moments() {}

    /** A moment by the clock of a zone. */
    public static String of(Instant moment, ZoneId zone, String language) {
        return DateTimeFormatter.ofPattern(PHRASES.say(language, "moment"), Locale.forLanguageTag(language))
                .format(moment.atZone(zone));
    }

    /** A moment by the reader's own clock, which is named. */
    public static String named(Instant moment, ZoneId zone, String language) {
        return of(moment, zone, language) + " (" + place(zone) + ")";
    }

    /** The city after which a zone is named. */
    public static String place(ZoneId zone) {
        String id = zone.getId();
        return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    }
}
