package org.branchline.telegram;

/** Text without what neither JSON nor Postgres can carry: NUL and halves of surrogate pairs. */
public final class WholeText {

    private static final char REPLACEMENT = '\uFFFD';

    private WholeText() {}

    /** The same text, each NUL and each lone surrogate replaced by U+FFFD. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return mended(text);
            }
        }
        return text;
    }

    private static String mended(String text) {
        StringBuilder mended = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? REPLACEMENT : c)
                .forEach(mended::appendCodePoint);
        return mended.toString();
    }
}
