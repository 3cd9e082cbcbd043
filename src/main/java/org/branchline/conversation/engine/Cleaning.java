package org.branchline.conversation.engine;

/** Makes typed text safe to keep and to show: nothing invisible, nothing that turns the line around. */
public final class Cleaning {

    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;

    private Cleaning() {}

    /** The text without control and format characters and lone surrogates, trimmed; newlines stay. */
    public static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (point == '\t' || point == 0xA0) {
                clean.append(' ');
            } else if (point == '\n' || kept(point, clean)) {
                clean.appendCodePoint(point);
            }
        }
        return clean.toString().strip();
    }

    /** How many characters a person would count. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The text with at most {@code most} UTF-16 units, an ellipsis for what is gone. */
    public static String clip(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Math.max(0, most - 1);
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }

    private static boolean kept(int point, StringBuilder before) {
        if (point == JOINER || point == NON_JOINER) {
            // Emoji and some scripts need them, but only inside a word.
            return !before.isEmpty() && before.charAt(before.length() - 1) > 0x7F;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> point >= 0xE0020 && point <= 0xE007F;
            default -> true;
        };
    }
}
