package org.branchline.conversation;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an organisation calls its branches, captains and coordinators, per language. Texts use them as {@code
 * {word:branch}}, {@code {word:branches}}, {@code {your:branch}} and {@code {the:coordinators}}.
 *
 * @param byLanguage by language, then by {@code branch}, {@code captain} and {@code coordinator}; the first language is
 *     the fallback
 */
public record Words(Map<String, Map<String, Word>> byLanguage) {

    /** Plain English, for an organisation that names nothing itself. */
    public static final Words PLAIN = new Words(Map.of(
            "en",
            Map.of(
                    "branch", Word.of("branch", "branches"),
                    "captain", Word.of("captain", "captains"),
                    "coordinator", Word.of("coordinator", "coordinators"))));

    /**
     * A word in its forms.
     *
     * @param one for example "kontaktperson"
     * @param many for example "kontaktpersoner"
     * @param yours with its possessive, for example "din kontaktperson"
     * @param all with its article, for example "kontaktpersonerne"
     */
    public record Word(String one, String many, String yours, String all) {

        /** As English forms them. */
        public static Word of(String one, String many) {
            return new Word(one, many, "your " + one, "the " + many);
        }
    }

    public Words {
        Map<String, Map<String, Word>> copy = new LinkedHashMap<>();
        byLanguage.forEach((language, words) -> copy.put(language, Map.copyOf(words)));
        byLanguage = java.util.Collections.unmodifiableMap(copy);
    }

    /** The word for {@code branch}, {@code captain} or {@code coordinator}; the concept itself where it has none. */
    public Word in(String language, String concept) {
        Map<String, Word> words = byLanguage.get(language);
        if (words == null && !byLanguage.isEmpty()) {
            words = byLanguage.values().iterator().next();
        }
        Word word = words == null ? null : words.get(concept);
        return word != null ? word : Word.of(concept, concept + "s");
    }
}
