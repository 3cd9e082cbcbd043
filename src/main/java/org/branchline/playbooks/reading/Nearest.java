package org.branchline.playbooks.reading;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word that was probably meant. */
public final class Nearest {

    /** Nothing longer was meant as a key or an id. */
    private static final int LONGEST = 60;

    private Nearest() {}

    /** For example {@code did you mean "ask"?}, or else what is known, for example {@code known are: ask, help}. */
    public static String hint(String written, Collection<String> known) {
        return to(written, known)
                .map(word -> "did you mean \"" + word + "\"?")
                .orElseGet(() -> known.isEmpty() ? "" : "known are: " + String.join(", ", known));
    }

    /** The nearest known word within two slips of the pen (one in a short word), or that it begins or ends. */
    public static Optional<String> to(String written, Collection<String> known) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        int slips = written.length() <= 3 ? 1 : 2;
        String lower = written.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        return known.stream()
                .filter(word -> distance(lower, word) <= slips || related(lower, word))
                .min(Comparator.comparingInt(word -> distance(lower, word)));
    }

    private static boolean related(String written, String word) {
        return Math.min(written.length(), word.length()) >= 3 && (word.startsWith(written) || written.startsWith(word));
    }

    /** Slips: a letter too many, too few, another, or two swapped. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + same);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
