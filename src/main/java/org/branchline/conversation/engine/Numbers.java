package org.branchline.conversation.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Numbers as people write them, in any script's digits, with a point or a comma. */
final class Numbers {

    /** More digits than any range here has; longer ones are not even read. */
    private static final int MOST_DIGITS = 30;

    private static final Map<String, Integer> IN_WORDS = Map.ofEntries(
            Map.entry("zero", 0),
            Map.entry("nul", 0),
            Map.entry("none", 0),
            Map.entry("ingen", 0),
            Map.entry("one", 1),
            Map.entry("en", 1),
            Map.entry("et", 1),
            Map.entry("two", 2),
            Map.entry("to", 2),
            Map.entry("three", 3),
            Map.entry("tre", 3),
            Map.entry("four", 4),
            Map.entry("fire", 4),
            Map.entry("five", 5),
            Map.entry("fem", 5),
            Map.entry("six", 6),
            Map.entry("seks", 6),
            Map.entry("seven", 7),
            Map.entry("syv", 7),
            Map.entry("eight", 8),
            Map.entry("otte", 8),
            Map.entry("nine", 9),
            Map.entry("ni", 9),
            Map.entry("ten", 10),
            Map.entry("ti", 10));

    private Numbers() {}

    /**
     * The numbers in a text. A text that is one number word is that number; among other words only digits count. A number
     * of more than 30 digits is taken as larger than any.
     *
     * @param whole whether a mark before three digits groups thousands
     */
    static List<BigDecimal> in(String text, boolean whole) {
        Integer word = IN_WORDS.get(text.toLowerCase(Locale.ROOT).strip());
        if (word != null) {
            return List.of(BigDecimal.valueOf(word));
        }
        List<BigDecimal> found = new ArrayList<>();
        StringBuilder number = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            int next = i + Character.charCount(point);
            int digit = Character.digit(point, 10);
            if (digit >= 0) {
                number.append((char) ('0' + digit));
            } else if (minus(point) && number.isEmpty() && digitAt(text, next) && !attached(text, i)) {
                number.append('-');
            } else if (mark(point) && !number.isEmpty() && number.indexOf(".") < 0 && digitAt(text, next)) {
                if (!whole || !thousands(text, next)) {
                    number.append('.');
                }
            } else {
                take(number, found);
            }
            i = next;
        }
        take(number, found);
        return found;
    }

    /** As people of the language read it: no zeros at the end, a comma where they write one. */
    static String shown(BigDecimal value, String language) {
        BigDecimal plain = value.stripTrailingZeros();
        String text = (plain.scale() < 0 ? plain.setScale(0, RoundingMode.UNNECESSARY) : plain).toPlainString();
        return language.equals("en") ? text : text.replace('.', ',');
    }

    private static void take(StringBuilder number, List<BigDecimal> found) {
        if (number.isEmpty()) {
            return;
        }
        found.add(number.length() > MOST_DIGITS ? BigDecimal.TEN.pow(MOST_DIGITS) : new BigDecimal(number.toString()));
        number.setLength(0);
    }

    private static boolean thousands(String text, int at) {
        return digitAt(text, at) && digitAt(text, at + 1) && digitAt(text, at + 2) && !digitAt(text, at + 3);
    }

    private static boolean digitAt(String text, int at) {
        return at < text.length() && Character.digit(text.codePointAt(at), 10) >= 0;
    }

    /** Whether a dash belongs to what stands before it, as in "3-4". */
    private static boolean attached(String text, int at) {
        return at > 0 && !Character.isWhitespace(text.charAt(at - 1));
    }

    private static boolean minus(int point) {
        return point == '-' || point == 0x2212;
    }

    private static boolean mark(int point) {
        return point == '.' || point == ',' || point == 0x066B;
    }
}
