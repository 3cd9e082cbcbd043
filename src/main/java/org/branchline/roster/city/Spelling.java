package org.branchline.roster.city;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Two ways to write a name with the letters a to z: {@code PLAIN} makes ø an o, {@code LONG} an oe. */
enum Spelling {
    PLAIN,
    LONG;

    private static final Map<Character, String> DIGRAPHS =
            Map.of('ø', "oe", 'ö', "oe", 'å', "aa", 'ä', "ae", 'ü', "ue");

    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('ø', "o"),
            Map.entry('æ', "ae"),
            Map.entry('œ', "oe"),
            Map.entry('ß', "ss"),
            Map.entry('ł', "l"),
            Map.entry('đ', "d"),
            Map.entry('ð', "d"),
            Map.entry('þ', "th"),
            Map.entry('ħ', "h"),
            Map.entry('ı', "i"),
            Map.entry('ə', "e"));

    private static final Map<String, String> ABBREVIATIONS =
            Map.of("st", "saint", "ste", "sainte", "mt", "mount", "ft", "fort", "sct", "sankt", "skt", "sankt");

    /** The words of a text; a letter of another script makes a word that no name has. */
    List<String> words(String text) {
        String folded = fold(text);
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= folded.length(); i++) {
            boolean inside = i < folded.length() && folded.charAt(i) != ' ';
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                String word = folded.substring(start, i);
                words.add(ABBREVIATIONS.getOrDefault(word, word));
                start = -1;
            }
        }
        return words;
    }

    /** The words without what stands between them. */
    String key(String text) {
        return String.join("", words(text));
    }

    private String fold(String text) {
        if (text.chars().allMatch(letter -> letter < 0x80)) {
            return folded(text.toLowerCase(Locale.ROOT));
        }
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder spelt = new StringBuilder(lower.length() + 8);
        for (int i = 0; i < lower.length(); i++) {
            char letter = lower.charAt(i);
            String said = this == LONG && DIGRAPHS.containsKey(letter) ? DIGRAPHS.get(letter) : LETTERS.get(letter);
            if (said == null) {
                spelt.append(letter);
            } else {
                spelt.append(said);
            }
        }
        return folded(Normalizer.normalize(spelt, Normalizer.Form.NFD));
    }

    private static String folded(String bare) {
        StringBuilder folded = new StringBuilder(bare.length());
        bare.codePoints().forEach(point -> append(folded, point));
        return folded.toString();
    }

    private static void append(StringBuilder folded, int point) {
        if (isPlain(point)) {
            folded.append((char) point);
        } else if (Character.isLetterOrDigit(point)) {
            folded.append('?');
        } else if (!isSilent(point)) {
            folded.append(' ');
        }
    }

    private static boolean isPlain(int point) {
        return (point >= 'a' && point <= 'z') || (point >= '0' && point <= '9');
    }

    /** Accents and apostrophes join: Xi'an is written Xian. */
    private static boolean isSilent(int point) {
        return Character.getType(point) == Character.NON_SPACING_MARK
                || "'’‘ʻʼ`´.".indexOf(point) >= 0
                || Character.getType(point) == Character.MODIFIER_LETTER;
    }
}
