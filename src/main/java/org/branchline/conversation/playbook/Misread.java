package org.branchline.conversation.playbook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is wrong with a condition in words of a coordinator's: what it is, and what would be right. CEL's own words name
 * overloads and tokens; they are read here and shown to nobody.
 */
final class Misread {

    private static final String EXAMPLE = "for example hours > 3, or 'calls' in ways.";

    private static final String JOINED =
            "Compare first, for example hours > 3 && friend. A question of yes or no stands alone.";

    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern NO_OVERLOAD = Pattern.compile(
            "found no matching overload for '([^']+)' applied to '(.*?)' \\(candidates", Pattern.DOTALL);
    private static final Pattern UNKNOWN = Pattern.compile("undeclared reference to '([^']+)'");
    private static final int SHOWN = 20;

    /** What people write, and what they mean by it; each is looked for outside of quotation marks. */
    private enum Slip {
        CURLY("[“”„‘’«»]", "it has curly quotation marks. Write straight ones, for example 'calls'."),
        OPEN("['\"]", "a quotation mark has no partner. Write both, for example 'calls'."),
        ARROW("=>|=<", "write >= for \"at least\" and <= for \"at most\"."),
        ONE("(?<![=!<>])=(?!=)", "= alone does not compare. Write ==, for example hours == 3."),
        AND("(?i)\\band\\b", "it says \"and\". Write &&, for example hours > 3 && hours < 9."),
        OR("(?i)\\bor\\b", "it says \"or\". Write ||, for example hours < 3 || hours > 9."),
        NOT("(?i)\\bnot\\b", "it says \"not\". Write !, for example !friend."),
        COMMA("\\d,\\d", "it has a number with a comma. Write a point, for example 3.5.");

        private final Pattern written;
        private final String said;

        Slip(String written, String said) {
            this.written = Pattern.compile(written);
            this.said = said;
        }
    }

    private Misread() {}

    /**
     * Says it of a condition that CEL cannot read.
     *
     * @param column where CEL found it, from 0
     * @param told CEL's words
     */
    static String of(String source, int column, String told) {
        Matcher overload = NO_OVERLOAD.matcher(told);
        if (overload.find()) {
            return misfit(overload.group(1), Value.all(overload.group(2)));
        }
        Matcher unknown = UNKNOWN.matcher(told);
        if (unknown.find()) {
            return "nothing is called " + unknown.group(1) + "(…). Write a comparison, " + EXAMPLE;
        }
        return slip(source).orElseGet(() -> place(source, column, told));
    }

    /** Says it of a condition that comes to something else than true or false. */
    static String noTruth(String type) {
        Value value = Value.of(type);
        boolean days = value == Value.DATE || value == Value.SPAN;
        return "it comes to " + value.said + ", not to true or false. Compare it, " + (days ? Dates.HOW : EXAMPLE);
    }

    private static Optional<String> slip(String source) {
        String bare = QUOTED.matcher(source).replaceAll("");
        return Stream.of(Slip.values())
                .filter(slip -> slip.written.matcher(bare).find())
                .map(slip -> slip.said)
                .findFirst();
    }

    private static String place(String source, int column, String told) {
        String bare = QUOTED.matcher(source).replaceAll("");
        if (bare.chars().filter(letter -> letter == '(').count()
                != bare.chars().filter(letter -> letter == ')').count()) {
            return "a bracket has no partner. Write as many ( as ).";
        }
        String rest =
                source.substring(Math.min(Math.max(column, 0), source.length())).strip();
        if (rest.isEmpty() || told.contains("'<EOF>'")) {
            return "it stops too soon. Say what it is compared with, " + EXAMPLE;
        }
        return "it makes no sense from \""
                + (rest.length() > SHOWN ? rest.substring(0, SHOWN) + "…" : rest)
                + "\" on. Write a comparison, " + EXAMPLE;
    }

    private static String misfit(String operator, List<Value> values) {
        String sign =
                operator.equals("@in") ? "in" : operator.replaceAll("[_:?]", "").strip();
        boolean joins = sign.equals("&&") || sign.equals("||") || sign.equals("!");
        String between = values.stream().map(value -> value.said).collect(Collectors.joining(" and "));
        if (operator.equals("_?_:_")) {
            return "? and : are not needed. Write a comparison, " + EXAMPLE;
        }
        return sign + " does not go with " + between + ". " + (joins ? JOINED : advice(sign, values));
    }

    private static String advice(String sign, List<Value> values) {
        if (sign.equals("in")) {
            return values.contains(Value.TEXT) && values.lastIndexOf(Value.TEXT) == 1
                    ? "Where one option is chosen, write way == 'calls'."
                    : "Write an option in quotation marks before it and a question of several after it: 'calls' in ways.";
        }
        if (values.contains(Value.SEVERAL)) {
            return "Where several options are chosen, write 'calls' in ways, or size(ways) > 1.";
        }
        if (sign.matches("[<>]=?") && values.contains(Value.TRUTH)) {
            return "Write each comparison by itself, for example hours > 3 && hours < 9.";
        }
        if (values.contains(Value.DATE) || values.contains(Value.SPAN) || sign.matches("date|days")) {
            return "Compare dates with days, " + Dates.HOW;
        }
        if (values.contains(Value.TRUTH)) {
            return "A question of yes or no stands alone: friend for yes, !friend for no.";
        }
        if (values.contains(Value.WHOLE) && values.contains(Value.DECIMAL)) {
            return values.get(0) == Value.WHOLE
                    ? "Write a whole number, for example 4."
                    : "Write the number with a point, for example 4.0.";
        }
        return values.contains(Value.TEXT)
                ? "Write numbers without quotation marks, and options with them."
                : "Write a comparison, " + EXAMPLE;
    }

    /** What stands on a side of a sign. */
    private enum Value {
        WHOLE("int", "a whole number"),
        DECIMAL("double", "a number with decimals"),
        TEXT("string", "a text"),
        TRUTH("bool", "yes or no"),
        DATE("google.protobuf.Timestamp", "a date"),
        SPAN("google.protobuf.Duration", "a number of days"),
        SEVERAL("list", "several options"),
        OTHER("", "something else");

        private static final Pattern BETWEEN = Pattern.compile("[(),\\s]+|\\.(?!protobuf|Timestamp|Duration)");

        private final String type;
        private final String said;

        Value(String type, String said) {
            this.type = type;
            this.said = said;
        }

        static Value of(String type) {
            return Arrays.stream(values())
                    .filter(value -> type.startsWith(value.type))
                    .findFirst()
                    .orElse(OTHER);
        }

        /** @param types as CEL writes them, for example {@code (list(string), int)}, or {@code int.(string)} */
        static List<Value> all(String types) {
            return BETWEEN.splitAsStream(types.replaceAll("list\\([^)]*\\)", "list"))
                    .filter(type -> !type.isEmpty())
                    .map(Value::of)
                    .toList();
        }
    }
}
