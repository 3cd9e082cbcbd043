package org.branchline.campaign.event.making;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads languages as people type them: "English and French", "engelsk, fransk", "en, fr", "Deutsch". */
final class TypedLanguages {

    static final int MOST = 10;

    private static final Map<String, String> CODES = codes();

    private TypedLanguages() {}

    /** Their codes in the order typed; empty where any of them is none that is known here. */
    static Optional<List<String>> read(String typed) {
        Set<String> codes = new LinkedHashSet<>();
        for (String name : typed.strip().toLowerCase(Locale.ROOT).split("\\s*[,;/&\\n]\\s*|\\s+(?:and|og)\\s+", -1)) {
            String code = CODES.get(name.strip());
            if (code == null) {
                return Optional.empty();
            }
            codes.add(code);
        }
        return codes.size() > MOST ? Optional.empty() : Optional.of(List.copyOf(codes));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOLanguages()) {
            Locale language = Locale.forLanguageTag(code);
            for (Locale in : List.of(Locale.ENGLISH, Locale.forLanguageTag("da"), language)) {
                codes.putIfAbsent(language.getDisplayLanguage(in).toLowerCase(Locale.ROOT), code);
            }
        }
        // A code is never taken for a name that reads the same.
        for (String code : Locale.getISOLanguages()) {
            codes.put(code, code);
        }
        return codes;
    }
}
