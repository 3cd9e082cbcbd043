package org.branchline.roster.city;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The cities of the world by name. The table takes a few megabytes and some tenths of a second, on the first call of
 * {@link #bundled()}; a search then takes a few milliseconds, so both may run on any thread but the first call is better
 * made off the event loop. Safe for use by many threads.
 */
public final class Cities {

    private static final String TABLE = "/cities/cities.tsv.gz";

    private final Gazetteer gazetteer;
    private final Areas areas;

    private Cities(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.areas = new Areas(gazetteer);
    }

    private static final class Bundled {
        private static final Cities CITIES = read();
    }

    /** The table that comes with the service, read once. */
    public static Cities bundled() {
        return Bundled.CITIES;
    }

    /**
     * Finds a place by a city in any common spelling, "city, country", a country, or an IANA name such as Europe/Paris. An
     * offset such as "GMT+2" is never a place.
     *
     * @param typed anything a person may send; what makes no sense is {@link CityAnswer.Unknown}
     * @param language of the names in the answer; Danish where we have it, else English
     * @param countryHint ISO 3166-1 alpha-2 code of a country that is likely, such as the branch's, or null
     */
    public CityAnswer find(String typed, Locale language, @Nullable String countryHint) {
        String text = typed.length() < 64 ? typed.strip() : "";
        ZoneId zone = Zones.named(text).orElse(null);
        if (zone != null) {
            return new CityAnswer.Found(placeOf(zone, language));
        }
        Search search = new Search(gazetteer, areas, language, countryHint);
        Question plain = Question.of(typed, Spelling.PLAIN);
        CityAnswer answer = search.find(plain);
        Question spelt = Question.of(typed, Spelling.LONG);
        return answer instanceof CityAnswer.Unknown && !spelt.equals(plain) ? search.find(spelt) : answer;
    }

    private City placeOf(ZoneId zone, Locale language) {
        String id = zone.getId();
        String place = id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
        return gazetteer
                .inZone(zone)
                .mapToObj(row -> gazetteer.city(row, language))
                .findFirst()
                .orElseGet(() -> new City(place, "", "", "", zone, 0));
    }

    private static Cities read() {
        try (InputStream packed = Cities.class.getResourceAsStream(TABLE)) {
            if (packed == null) {
                throw new IllegalStateException("The jar lacks " + TABLE);
            }
            return new Cities(new Gazetteer(GazetteerFile.read(packed)));
        } catch (IOException e) {
            throw new UncheckedIOException("The jar's " + TABLE + " is damaged", e);
        }
    }
}
