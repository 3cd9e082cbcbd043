package org.branchline.campaign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A golden dialogue of several people with one bot, as a coordinator can read it. {@code …} in what somebody reads stands for
 * anything within its line: an hour, a date; on a line of its own for any lines. {@code {in 9 days}} in what somebody writes
 * is that day.
 *
 * @param title what it shows
 * @param people by name, in the order in which they join; what is special about each; whoever is {@code new} did not join yet
 * @param shifts for everybody: title, host, in how many days the first begins, places, possibly a rule, a script, and the kind
 *     where they are no phone banks
 */
record GoldenChat(
        String title, Map<String, Map<String, String>> people, List<Map<String, String>> shifts, List<Step> chat) {

    private static final Path FOLDER = Path.of("src/test/resources/dialogues");

    /** What happens next. */
    enum Deed {
        WRITES,
        PRESSES,
        /** The next thing the bot says or changes. */
        READS,
        /** What a message says in the end; in between it may have changed any number of times. */
        FINDS,
        /** Opens the newest join link that somebody made. */
        OPENS,
        /** Answers the newest message that contains the words before the arrow. */
        REPLIES,
        /** Time passes: what was held goes out, the check-in's week goes on, or shifts come nearer. */
        WAITS
    }

    /** One person's, or with {@link Deed#WAITS} nobody's. */
    record Step(String who, Deed deed, String what) {}

    /** All there are, in the order of their names. */
    static Stream<GoldenChat> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(GoldenChat::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GoldenChat read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Map<?, ?> root = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            Map<String, Map<String, String>> people = new LinkedHashMap<>();
            ((Map<?, ?>) root.get("people")).forEach((name, traits) -> people.put(name.toString(), traits(traits)));
            List<Map<String, String>> shifts = new ArrayList<>();
            if (root.get("shifts") instanceof List<?> all) {
                all.forEach(shift -> shifts.add(traits(shift)));
            }
            List<Step> chat = new ArrayList<>();
            for (Object each : (List<?>) root.get("chat")) {
                ((Map<?, ?>) each).forEach((key, value) -> chat.add(step(file, key.toString(), value.toString())));
            }
            return new GoldenChat(root.get("dialogue").toString(), people, shifts, chat);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> traits(Object map) {
        Map<String, String> all = new LinkedHashMap<>();
        ((Map<?, ?>) map).forEach((key, value) -> all.put(key.toString(), value.toString()));
        return all;
    }

    private static Step step(Path file, String key, String what) {
        String[] words = key.split(" ", 2);
        if (words.length == 1) {
            throw new IllegalArgumentException(file + ": \"" + key + "\" names no person and deed");
        }
        return new Step(words[0], Deed.valueOf(words[1].toUpperCase(java.util.Locale.ROOT)), what.strip());
    }

    @Override
    public String toString() {
        return title;
    }
}
