package org.branchline.ops.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.branchline.intake.Causes;
import org.jspecify.annotations.Nullable;

/**
 * The end of a line of the log: {@code bot=7 update=9 msg="…"}, and indented below it the places of a stack trace. Keys are
 * those with which the format in our code begins, so that no value makes another key or another line; null leaves its key out.
 */
final class Line {

    private static final Pattern KEY = Pattern.compile("\\G([a-z][a-z0-9_-]*)=(%[ds]|[a-zA-Z0-9]+)(?: +|$)");
    private static final Pattern BARE = Pattern.compile("[!-~&&[^\"=\\\\]]+");

    private final StringBuilder line = new StringBuilder();
    private final StringBuilder below = new StringBuilder();

    /** A record of ours: the keys that lead its format, then the rest as message. */
    Line(String format, @Nullable Object... arguments) {
        Matcher key = KEY.matcher(format);
        int rest = 0;
        int used = 0;
        while (key.find()) {
            String value = key.group(2);
            if (value.startsWith("%")) {
                if (used == arguments.length) {
                    break;
                }
                @Nullable Object argument = arguments[used++];
                if (argument != null) {
                    add(key.group(1), argument.toString());
                }
            } else {
                add(key.group(1), value);
            }
            rest = key.end();
        }
        message(format.substring(rest), Arrays.asList(arguments).subList(used, arguments.length));
    }

    /** A record of somebody else: all of it is message. */
    Line(String message) {
        add("msg", message);
    }

    private void message(String format, List<@Nullable Object> arguments) {
        List<@Nullable Object> shown = new ArrayList<>(arguments.size());
        for (Object argument : arguments) {
            if (argument instanceof Causes.Trace trace) {
                shown.add(trace.names());
                places(trace);
            } else {
                shown.add(argument);
            }
        }
        if (!format.isEmpty()) {
            add("msg", formatted(format, shown));
        }
    }

    private static String formatted(String format, List<@Nullable Object> arguments) {
        try {
            return String.format(Locale.ROOT, format, arguments.toArray());
        } catch (IllegalFormatException wrong) {
            return format;
        }
    }

    /** Adds one more key. */
    Line add(String key, String value) {
        line.append(line.isEmpty() ? "" : " ").append(key).append('=');
        if (BARE.matcher(value).matches()) {
            line.append(value);
        } else {
            quote(value);
        }
        return this;
    }

    /** Adds why, without what exceptions say. */
    Line because(Throwable thrown) {
        Causes.Trace trace = Causes.trace(thrown);
        places(trace);
        return add("cause", trace.names());
    }

    private void places(Causes.Trace trace) {
        trace.lines().lines().forEach(place -> {
            below.append("\n\t");
            place.strip().codePoints().forEach(this::harmless);
        });
    }

    private void harmless(int sign) {
        if (!escaped(sign)) {
            below.appendCodePoint(sign);
        }
    }

    private void quote(String value) {
        line.append('"');
        value.codePoints().forEach(sign -> {
            switch (sign) {
                case '"' -> line.append("\\\"");
                case '\\' -> line.append("\\\\");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> {
                    if (escaped(sign)) {
                        line.append(String.format(Locale.ROOT, "\\u%04x", sign));
                    } else {
                        line.appendCodePoint(sign);
                    }
                }
            }
        });
        line.append('"');
    }

    /** What moves a terminal's cursor, ends a line somewhere, turns its direction, or is no character at all. */
    private static boolean escaped(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return line.toString() + below;
    }
}
