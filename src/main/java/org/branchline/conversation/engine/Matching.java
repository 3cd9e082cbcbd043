package org.branchline.conversation.engine;

import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;
import java.util.regex.Pattern;

/** Whether a typed text means a label. */
final class Matching {

    private static final Pattern SEPARATOR =
            Pattern.compile("\\s*(?:[,;&\n+]|\\b(?:and|og)\\b|(?<=\\d)\\s+(?=\\d))\\s*");

    private Matching() {}

    /** Whether both are the same but for case, blanks and punctuation at the ends, and kinds of apostrophe. */
    static boolean same(String typed, String label) {
        // Long texts are answers, not labels.
        return typed.length() <= 2 * label.length() + 8 && plain(typed).equals(plain(label));
    }

    /** Whether it says no more than thanks. */
    static boolean thanks(String typed, String words) {
        String plain = plain(typed);
        for (StringTokenizer each = new StringTokenizer(words, "|"); each.hasMoreTokens(); ) {
            if (plain.equals(each.nextToken())) {
                return true;
            }
        }
        return typed.startsWith("👍") && typed.length() <= 4;
    }

    /** A list such as "1, 3 and 4" in its parts. */
    static List<String> parts(String text) {
        return SEPARATOR.splitAsStream(text).filter(part -> !part.isBlank()).toList();
    }

    private static String plain(String text) {
        int from = 0;
        int to = text.length();
        while (from < to
                && !Character.isLetterOrDigit(text.charAt(from))
                && !Character.isSurrogate(text.charAt(from))) {
            from++;
        }
        while (to > from
                && !Character.isLetterOrDigit(text.charAt(to - 1))
                && !Character.isSurrogate(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to).toLowerCase(Locale.ROOT).replace('’', '\'');
    }
}
