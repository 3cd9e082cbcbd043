package org.branchline.start.settings;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Names that are set and mean nothing, but look like one that would: {@code DATABSE_URL}, {@code TELEGRAM_TOKEN}. */
public final class NearMisses {

    /** Where a name is this long, two slips of the finger are still the same name. */
    private static final int LONG = 9;

    private static final String FILE = "_FILE";

    private NearMisses() {}

    /**
     * What to tell of them, a line each; the values stay out of it.
     *
     * @param names all that are set, whoever they are meant for
     * @param ours further names that are ours, such as the token variables of organisations
     */
    public static List<String> in(Collection<String> names, Set<String> ours) {
        Set<String> known = new HashSet<>(ours);
        Arrays.stream(Variable.values()).map(Variable::name).forEach(known::add);
        return names.stream()
                .flatMap(name ->
                        meant(name, known).map(right -> name + " is not known: did you mean " + right + "?").stream())
                .toList();
    }

    private static Optional<String> meant(String name, Set<String> known) {
        boolean file = name.endsWith(FILE);
        String plain = file ? name.substring(0, name.length() - FILE.length()) : name;
        if (known.contains(plain)) {
            return Optional.empty();
        }
        return Stream.of(Variable.values())
                .map(Variable::name)
                .filter(right -> looksLike(plain, right))
                .findFirst()
                .map(right -> file ? right + FILE : right);
    }

    private static boolean looksLike(String name, String right) {
        return slips(name, right) <= (right.length() >= LONG ? 2 : 1) || leavesWordsOut(name, right);
    }

    /** {@code BOT_TOKEN} for {@code TELEGRAM_BOT_TOKEN}; a single word is anybody's. */
    private static boolean leavesWordsOut(String name, String right) {
        List<String> words = List.of(name.split("_"));
        return words.size() > 1 && Set.of(right.split("_")).containsAll(words);
    }

    /** Letters added, left out, changed, or swapped with their neighbour. */
    private static int slips(String one, String other) {
        int[][] least = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                least[i][j] = i == 0 || j == 0 ? i + j : step(least, one, other, i, j);
            }
        }
        return least[one.length()][other.length()];
    }

    private static int step(int[][] least, String one, String other, int i, int j) {
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(least[i - 1][j], least[i][j - 1]) + 1, least[i - 1][j - 1] + same);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, least[i - 2][j - 2] + 1) : best;
    }
}
