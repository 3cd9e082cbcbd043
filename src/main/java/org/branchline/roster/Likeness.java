package org.branchline.roster;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names as people type them: without accents and what stands between words, and with æ, ø, å and the German umlauts as one
 * letter or as two.
 */
public final class Likeness {

    /** What a letter is where it cannot be typed. */
    private static final Pattern TWO_LETTERS = Pattern.compile("aa|ae|oe|ue");

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]");

    private Likeness() {}

    /** The same for all spellings of a name, to be compared with what was typed, and its beginning with that of what was typed. */
    public static String folded(String name) {
        String lower = name.toLowerCase(Locale.ROOT)
                .replace('ø', 'o')
                .replace('œ', 'o')
                .replace('æ', 'a')
                .replace('ł', 'l')
                .replace('ı', 'i')
                .replace("ß", "ss");
        String bare = NO_LETTERS
                .matcher(Normalizer.normalize(lower, Normalizer.Form.NFD))
                .replaceAll("");
        return TWO_LETTERS.matcher(bare).replaceAll(two -> two.group().substring(0, 1));
    }
}
