package org.branchline.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A text with slots such as {@code {name}}, taken apart once. What is put into a slot is never read again, so a name
 * of {@code {captain}} stays as it was typed.
 */
public final class Template {

    private final String source;
    private final List<Part> parts;

    private record Part(String text, boolean slot) {}

    private Template(String source, List<Part> parts) {
        this.source = source;
        this.parts = List.copyOf(parts);
    }

    /** Takes a text apart; a brace without its partner stands for itself. */
    public static Template of(String source) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        while (from < source.length()) {
            int open = source.indexOf('{', from);
            int close = open < 0 ? -1 : source.indexOf('}', open);
            if (close < 0) {
                break;
            }
            if (open > from) {
                parts.add(new Part(source.substring(from, open), false));
            }
            parts.add(new Part(source.substring(open + 1, close), true));
            from = close + 1;
        }
        if (from < source.length()) {
            parts.add(new Part(source.substring(from), false));
        }
        return new Template(source, parts);
    }

    /** The text as it was written. */
    public String source() {
        return source;
    }

    /** The names between braces, in order. */
    public List<String> slots() {
        return parts.stream().filter(Part::slot).map(Part::text).toList();
    }

    /** The text with each slot replaced by what {@code value} returns for its name. */
    public String fill(UnaryOperator<String> value) {
        if (parts.size() == 1 && !parts.get(0).slot()) {
            return source;
        }
        StringBuilder filled = new StringBuilder(source.length() + 32);
        for (Part part : parts) {
            filled.append(part.slot() ? value.apply(part.text()) : part.text());
        }
        return filled.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Template template && template.source.equals(source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return source;
    }
}
