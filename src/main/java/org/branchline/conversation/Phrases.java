package org.branchline.conversation;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The service's own texts of one room, from {@code texts/BUNDLE_LANGUAGE.properties} (UTF-8). A language without a bundle
 * speaks English. Slots are written {@code {name}}; a text that depends on a number ends in {@code .one} and {@code
 * .other} and finds it in {@code {n}}.
 */
public final class Phrases {

    private static final String FALLBACK = "en";

    private final String bundle;
    private final Map<String, Map<String, Template>> byLanguage = new ConcurrentHashMap<>();

    private Phrases(String bundle) {
        this.bundle = bundle;
    }

    /**
     * Opens the texts of a room.
     *
     * @param bundle the file's name without language, for example {@code conversation}
     * @throws MissingResourceException without an English file of that name
     */
    public static Phrases open(String bundle) {
        Phrases phrases = new Phrases(bundle);
        phrases.in(FALLBACK);
        return phrases;
    }

    /**
     * A text in a language.
     *
     * @param values slot names and what stands for them, in turn
     * @throws MissingResourceException when neither the language nor English has the text
     */
    public String say(String language, String key, String... values) {
        return template(language, key).fill(slot -> value(slot, values));
    }

    /** A text about {@code n} things; about nothing at all it may have its own. */
    public String count(String language, String key, int n, String... values) {
        String nothing = key + ".none";
        String counted = key + (n == 1 ? ".one" : ".other");
        return template(language, n == 0 && has(language, nothing) ? nothing : counted)
                .fill(slot -> slot.equals("n") ? Integer.toString(n) : value(slot, values));
    }

    /** Whether the language, or English, has this text. */
    public boolean has(String language, String key) {
        return in(language).containsKey(key) || in(FALLBACK).containsKey(key);
    }

    private static String value(String slot, String... values) {
        for (int i = 0; i + 1 < values.length; i += 2) {
            if (values[i].equals(slot)) {
                return values[i + 1];
            }
        }
        return "{" + slot + "}";
    }

    private Template template(String language, String key) {
        Template text = in(language).get(key);
        if (text == null) {
            text = in(FALLBACK).get(key);
        }
        if (text == null) {
            throw new MissingResourceException("No text " + key + " in " + bundle, bundle, key);
        }
        return text;
    }

    private Map<String, Template> in(String language) {
        Map<String, Template> loaded = byLanguage.get(language);
        return loaded != null ? loaded : byLanguage.computeIfAbsent(language, this::load);
    }

    private Map<String, Template> load(String language) {
        String path = "/texts/" + bundle + "_" + language + ".properties";
        try (InputStream file = Phrases.class.getResourceAsStream(path)) {
            if (file == null) {
                if (language.equals(FALLBACK)) {
                    throw new MissingResourceException("No file " + path, bundle, language);
                }
                return in(FALLBACK);
            }
            Properties texts = new Properties();
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return texts.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(key -> key, key -> Template.of(texts.getProperty(key))));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
