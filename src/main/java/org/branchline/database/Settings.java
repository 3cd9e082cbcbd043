package org.branchline.database;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the operator set: a system property, else an environment variable, else a line of {@code .env} in the working
 * directory (written as Quarkus reads it). {@code NAME_FILE} names a file whose content is the value of {@code NAME}.
 */
public final class Settings {

    private final Function<String, @Nullable String> lookup;
    private final SortedSet<String> names;

    private Settings(Function<String, @Nullable String> lookup, Set<String> names) {
        this.lookup = lookup;
        this.names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }

    /** The settings of this process.
     * @throws StartProblem when {@code .env} is there and cannot be read */
    public static Settings ofProcess() {
        Properties dotEnv = read(Path.of(".env"));
        Set<String> names = new HashSet<>(System.getenv().keySet());
        names.addAll(dotEnv.stringPropertyNames());
        return new Settings(
                name -> {
                    String property = System.getProperty(name);
                    String variable = property == null ? System.getenv(name) : property;
                    return variable == null ? dotEnv.getProperty(name) : variable;
                },
                names);
    }

    /** Settings that somebody else looks up. */
    public static Settings of(Function<String, @Nullable String> lookup) {
        return new Settings(lookup, Set.of());
    }

    public static Settings of(Map<String, String> values) {
        Map<String, String> copy = Map.copyOf(values);
        return new Settings(copy::get, copy.keySet());
    }

    /** The names there are in the environment and in {@code .env}, whoever they are meant for. */
    public SortedSet<String> names() {
        return names;
    }

    /**
     * The value of a name, stripped; empty counts as unset.
     *
     * @throws StartProblem when both the name and its file are set, or the file cannot be read
     */
    public Optional<String> text(String name) {
        Optional<String> value = plain(name);
        Optional<String> file = plain(name + "_FILE");
        if (file.isEmpty()) {
            return value;
        }
        if (value.isPresent()) {
            throw new StartProblem("Both " + name + " and " + name + "_FILE are set: keep one of them.");
        }
        try {
            return Optional.of(Files.readString(Path.of(file.get())).strip()).filter(text -> !text.isEmpty());
        } catch (IOException e) {
            throw new StartProblem(
                    name + "_FILE names " + file.get() + ", which cannot be read: check path and rights.");
        }
    }

    /** {@code DATA_DIR}, {@code ./data} unless set. */
    public Path dataFolder() {
        return Path.of(text("DATA_DIR").orElse("data")).toAbsolutePath().normalize();
    }

    private Optional<String> plain(String name) {
        return Optional.ofNullable(lookup.apply(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new StartProblem(".env cannot be read: it takes lines of NAME=value in UTF-8.");
            }
        }
        return properties;
    }
}
