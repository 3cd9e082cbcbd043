package org.branchline.upgrade;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One statement of a migration.
 *
 * @param text in small letters, without comments, a space between words
 * @param comment the lines of comment above it
 */
record Statement(String text, String comment) {

    /** What is taken in one piece: a comment, a text in quotes of whatever kind, or a single character. */
    private static final Pattern PIECE =
            Pattern.compile("--[^\\n]*|/\\*.*?\\*/|'(?:[^']|'')*'|\"[^\"]*\"|(\\$\\w*\\$).*?\\1|.", Pattern.DOTALL);

    static List<Statement> in(String migration) {
        List<Statement> statements = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        StringBuilder comment = new StringBuilder();
        for (Matcher piece = PIECE.matcher(migration); piece.find(); ) {
            String found = piece.group();
            if (found.startsWith("--") || found.startsWith("/*")) {
                if (text.toString().isBlank()) {
                    comment.append(found).append('\n');
                }
                text.append(' ');
            } else if (found.equals(";")) {
                statements.add(of(text, comment));
                text.setLength(0);
                comment.setLength(0);
            } else {
                text.append(found);
            }
        }
        if (!text.toString().isBlank()) {
            statements.add(of(text, comment));
        }
        return statements;
    }

    private static Statement of(CharSequence text, CharSequence comment) {
        return new Statement(
                text.toString().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip(), comment.toString());
    }

    /** What stands between the commas outside of brackets and quotes. */
    static List<String> parts(String list) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int depth = 0;
        for (Matcher piece = PIECE.matcher(list); piece.find(); ) {
            String found = piece.group();
            depth += found.equals("(") ? 1 : found.equals(")") ? -1 : 0;
            if (found.equals(",") && depth == 0) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(found);
            }
        }
        parts.add(part.toString().strip());
        return parts;
    }
}
