package org.branchline.roster.city;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Countries by the names people give them. */
final class Countries {

    private static final List<String> LANGUAGES = List.of("en", "da", "de", "fr", "es");

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    /** What people say that the JDK does not. */
    private static final Map<String, String> COMMON = Map.ofEntries(
            Map.entry("uk", "GB"),
            Map.entry("greatbritain", "GB"),
            Map.entry("britain", "GB"),
            Map.entry("england", "GB"),
            Map.entry("scotland", "GB"),
            Map.entry("skotland", "GB"),
            Map.entry("wales", "GB"),
            Map.entry("northernireland", "GB"),
            Map.entry("nordirland", "GB"),
            Map.entry("us", "US"),
            Map.entry("usa", "US"),
            Map.entry("america", "US"),
            Map.entry("amerika", "US"),
            Map.entry("unitedstatesofamerica", "US"),
            Map.entry("uae", "AE"),
            Map.entry("emirates", "AE"),
            Map.entry("holland", "NL"),
            Map.entry("czechrepublic", "CZ"),
            Map.entry("tjekkoslovakiet", "CZ"),
            Map.entry("hviderusland", "BY"),
            Map.entry("burma", "MM"),
            Map.entry("ivorycoast", "CI"),
            Map.entry("elfenbenskysten", "CI"),
            Map.entry("korea", "KR"),
            Map.entry("turkey", "TR"),
            Map.entry("drc", "CD"),
            Map.entry("hongkong", "HK"),
            Map.entry("macau", "MO"),
            Map.entry("kosovo", "XK"),
            Map.entry("palestine", "PS"),
            Map.entry("palaestina", "PS"),
            Map.entry("bosnia", "BA"),
            Map.entry("macedonia", "MK"),
            Map.entry("makedonien", "MK"),
            Map.entry("swaziland", "SZ"),
            Map.entry("russia", "RU"));

    private final Map<String, String> codes = new HashMap<>();

    Countries() {
        codes.putAll(COMMON);
        for (String language : LANGUAGES) {
            Locale locale = Locale.forLanguageTag(language);
            for (String code : CODES) {
                codes.putIfAbsent(Spelling.PLAIN.key(name(code, locale)), code);
                codes.putIfAbsent(Spelling.LONG.key(name(code, locale)), code);
            }
        }
    }

    static String name(String code, Locale language) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(language);
    }

    /** A country by its name alone. */
    @Nullable
    String named(String key) {
        return codes.get(key);
    }

    /** A country by its name or code, as said after a city: "Paris, FR". */
    @Nullable
    String namedOrCode(String key) {
        String named = codes.get(key);
        if (named == null && key.length() == 2) {
            String code = key.toUpperCase(Locale.ROOT);
            return CODES.contains(code) ? code : null;
        }
        return named;
    }
}
