package org.branchline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of pgbench's language that {@code turn.sql} uses: random variables, pipelines, statements of a line each. */
record Script(List<Variable> variables, List<List<Statement>> flights) {

    private static final Pattern SET = Pattern.compile("\\\\set (\\w+) random\\((\\d+), (\\d+)\\)");
    private static final Pattern USE = Pattern.compile("(?<!:):([a-z]+)\\b");

    record Variable(String name, int from, int to) {}

    /** A statement with {@code $1}, {@code $2} … in place of the variables it names. */
    record Statement(String sql, List<String> variables) {}

    static Script read(Path file) {
        List<Variable> variables = new ArrayList<>();
        List<List<Statement>> flights = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                Matcher set = SET.matcher(line);
                if (set.matches()) {
                    variables.add(
                            new Variable(set.group(1), Integer.parseInt(set.group(2)), Integer.parseInt(set.group(3))));
                } else if (line.equals("\\startpipeline")) {
                    flights.add(new ArrayList<>());
                } else if (!line.startsWith("--") && !line.startsWith("\\") && !line.isBlank()) {
                    flights.get(flights.size() - 1).add(statement(line, variables));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Script(variables, flights);
    }

    Map<String, Integer> draw(Random random) {
        Map<String, Integer> values = new LinkedHashMap<>();
        variables.forEach(variable ->
                values.put(variable.name(), variable.from() + random.nextInt(variable.to() - variable.from() + 1)));
        return values;
    }

    private static Statement statement(String line, List<Variable> known) {
        List<String> used = new ArrayList<>();
        String sql = USE.matcher(line.replaceAll(";$", "")).replaceAll(found -> {
            String name = found.group(1);
            if (known.stream().noneMatch(variable -> variable.name().equals(name))) {
                return Matcher.quoteReplacement(found.group());
            }
            if (!used.contains(name)) {
                used.add(name);
            }
            return "\\$" + (used.indexOf(name) + 1);
        });
        return new Statement(sql, used);
    }
}
