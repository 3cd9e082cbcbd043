package org.branchline.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The figures of one benchmark: a line each as they come, and a file of JSON at the end. */
final class Figures implements AutoCloseable {

    private final String name;
    private final JsonObject all = new JsonObject();

    Figures(String name) {
        this.name = name;
    }

    /** Prints a figure beside its goal. */
    void print(String figure, double value, String goal) {
        String number = value >= 1_000 ? Long.toString(Math.round(value)) : String.format(Locale.ROOT, "%.3f", value);
        all.put(figure, Double.valueOf(number));
        System.out.printf(Locale.ROOT, "bench %s: %s=%s%s%n", name, figure, number, goal.isEmpty() ? "" : " " + goal);
    }

    void print(String figure, double value) {
        print(figure, value, "");
    }

    double of(String figure) {
        return all.getDouble(figure);
    }

    @Override
    public void close() {
        try {
            Path folder = Files.createDirectories(Path.of("target/bench"));
            Files.writeString(folder.resolve(name + ".json"), all.encodePrettily() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
