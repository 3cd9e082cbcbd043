package org.branchline.intake;

import java.util.Locale;
import java.util.Map;
import org.branchline.roster.Organisation;

/** What an organisation calls its branches, captains, coordinators and members. */
public enum Word {
    /** One of them: captain. */
    ONE,
    /** Several of them: captains. */
    MANY,
    /** With its possessive: your captain. */
    YOURS,
    /** With its article: the captains. */
    ALL;

    /**
     * The word in a language, else in the organisation's first, else the concept itself.
     *
     * @param concept {@code branch}, {@code captain}, {@code coordinator} or {@code member}
     */
    public String of(Organisation organisation, String language, String concept) {
        Map<String, Map<String, Map<String, String>>> words =
                organisation.about().words();
        Map<String, Map<String, String>> own = words.get(language);
        if (own == null) {
            own = words.getOrDefault(organisation.languages().get(0), Map.of());
        }
        return own.getOrDefault(concept, Map.of()).getOrDefault(name().toLowerCase(Locale.ROOT), concept);
    }
}
