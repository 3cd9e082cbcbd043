package org.branchline.roster;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code organisation.yaml} and {@code links.yaml} say, looked up by path. */
public final class About {

    private final JsonObject settings;

    public About(JsonObject settings) {
        this.settings = settings;
    }

    /** A text that is written per language, or once for all of them. */
    public Optional<String> text(String language, String... path) {
        return in(at(path), language);
    }

    /** A text of an entry as {@link #entries} yields them. */
    public static Optional<String> in(@Nullable Object found, String language) {
        if (found instanceof JsonObject byLanguage && !byLanguage.isEmpty()) {
            String text = byLanguage.getString(language);
            return Optional.of(
                    text != null
                            ? text
                            : byLanguage.getString(
                                    byLanguage.fieldNames().iterator().next()));
        }
        return found == null || found instanceof JsonObject ? Optional.empty() : Optional.of(found.toString());
    }

    /** The entries of a list, empty where there is none. */
    public List<JsonObject> entries(String... path) {
        return at(path) instanceof JsonArray list
                ? list.stream().map(JsonObject.class::cast).toList()
                : List.of();
    }

    /** The texts of a list, none where there is none. */
    public List<String> texts(String... path) {
        return at(path) instanceof JsonArray list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }

    /** The keys that stand there, none where there are none. */
    public Set<String> keys(String... path) {
        return at(path) instanceof JsonObject entries ? entries.fieldNames() : Set.of();
    }

    /** What the organisation calls things: by language, then by concept, then by form ({@code one}, {@code many} …). */
    public Map<String, Map<String, Map<String, String>>> words() {
        Map<String, Map<String, Map<String, String>>> words = new LinkedHashMap<>();
        if (at("words") instanceof JsonObject concepts) {
            for (String concept : concepts.fieldNames()) {
                JsonObject languages = concepts.getJsonObject(concept);
                for (String language : languages.fieldNames()) {
                    Map<String, String> forms = new LinkedHashMap<>();
                    languages.getJsonObject(language).forEach(form -> forms.put(form.getKey(), "" + form.getValue()));
                    words.computeIfAbsent(language, fresh -> new LinkedHashMap<>())
                            .put(concept, forms);
                }
            }
        }
        return words;
    }

    private @Nullable Object at(String... path) {
        Object at = settings;
        for (String step : path) {
            at = at instanceof JsonObject object ? object.getValue(step) : null;
        }
        return at;
    }
}
