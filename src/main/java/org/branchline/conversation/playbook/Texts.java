package org.branchline.conversation.playbook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.branchline.conversation.Template;

/**
 * One text in several languages; the first is the fallback.
 *
 * @param byLanguage in the order they were written, at least one
 */
public record Texts(Map<String, Template> byLanguage) {

    public Texts {
        if (byLanguage.isEmpty()) {
            throw new IllegalArgumentException("A text needs at least one language");
        }
        byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
    }

    /** Texts as written, by language. */
    public static Texts of(Map<String, String> written) {
        Map<String, Template> templates = new LinkedHashMap<>();
        written.forEach((language, text) -> templates.put(language, Template.of(text)));
        return new Texts(templates);
    }

    /** One text, in one language. */
    public static Texts of(String language, String text) {
        return new Texts(Map.of(language, Template.of(text)));
    }

    /** The text in this language, or in the first. */
    public Template in(String language) {
        Template text = byLanguage.get(language);
        return text != null ? text : byLanguage.values().iterator().next();
    }
}
