package org.branchline.drill;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a drill found: a line for the console, a file for the record, and where it falls short. */
final class Figures {

    private final String drill;
    private final Map<String, Double> figures = new LinkedHashMap<>();
    private final Map<String, List<Long>> courses = new LinkedHashMap<>();
    private final List<String> short_ = new ArrayList<>();

    Figures(String drill) {
        this.drill = drill;
    }

    synchronized Figures add(String name, double value) {
        figures.put(name, value);
        return this;
    }

    /** Figures of a course of time, the oldest first, in whole numbers. */
    synchronized Figures course(String name, List<Double> values) {
        courses.put(name, values.stream().map(Math::round).toList());
        return this;
    }

    /** A figure that must be exactly so. */
    synchronized Figures exactly(String name, double value, double promised) {
        return held(name, value, value == promised, "= " + number(promised));
    }

    /** A figure that must not be higher. */
    synchronized Figures atMost(String name, double value, double promised) {
        return held(name, value, value <= promised, "<= " + number(promised));
    }

    /** A figure that must not be lower. */
    synchronized Figures atLeast(String name, double value, double promised) {
        return held(name, value, value >= promised, ">= " + number(promised));
    }

    private Figures held(String name, double value, boolean held, String promised) {
        figures.put(name, value);
        if (!held) {
            short_.add(name + "=" + number(value) + " promised " + promised);
        }
        return this;
    }

    List<String> fallingShort() {
        return List.copyOf(short_);
    }

    /** {@code drill NAME: figure=value …}. */
    String line() {
        StringBuilder line = new StringBuilder("drill " + drill + ":");
        figures.forEach(
                (name, value) -> line.append(' ').append(name).append('=').append(number(value)));
        courses.forEach((name, values) -> line.append(' ')
                .append(name)
                .append('=')
                .append(values.stream().map(String::valueOf).collect(Collectors.joining(","))));
        return line.toString();
    }

    /** Writes one file with the figures of several parts. */
    static void write(Path file, List<Figures> parts) {
        ObjectNode json = SandboxControl.json();
        for (Figures part : parts) {
            ObjectNode figures = json.putObject(part.drill);
            part.figures.forEach(figures::put);
            part.courses.forEach((name, values) -> values.forEach(figures.putArray(name)::add));
            part.short_.forEach(figures.withArray("falls_short")::add);
        }
        try {
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, json.toPrettyString() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? Long.toString((long) value)
                : String.format(java.util.Locale.ROOT, "%.2f", value);
    }
}
