package org.branchline.roster.city;

import java.util.Arrays;

/** How many letters are added, missing, wrong or swapped with their neighbour, up to a limit. */
final class EditTable {

    private static final int LONGEST = 80;

    private final byte[] typed;
    private final int most;
    private final int[][] table = new int[LONGEST + 1][];
    private final byte[] name = new byte[LONGEST];
    private int length;

    EditTable(byte[] typed, int most) {
        this.typed = typed;
        this.most = most;
        this.table[0] = new int[typed.length + 1];
        for (int i = 0; i <= typed.length; i++) {
            table[0][i] = i;
        }
    }

    /** How many first letters of the next name are those of the last one. */
    int reuse(byte[] letters, int start, int count) {
        int mismatch = Arrays.mismatch(name, 0, length, letters, start, start + Math.min(count, LONGEST));
        return mismatch < 0 ? length : mismatch;
    }

    /** Works through the rest of a name; returns the number of its first letters after which there is no hope, else 0. */
    int extend(byte[] letters, int start, int count, int shared) {
        length = shared;
        int end = Math.min(count, LONGEST);
        while (length < end) {
            name[length] = letters[start + length];
            length++;
            if (row(length) > most) {
                return length;
            }
        }
        return 0;
    }

    int distance() {
        return table[length][typed.length];
    }

    private int row(int depth) {
        int[] row = table[depth];
        if (row == null) {
            row = new int[typed.length + 1];
            table[depth] = row;
        }
        int[] above = table[depth - 1];
        byte letter = name[depth - 1];
        row[0] = depth;
        int least = depth;
        for (int i = 1; i <= typed.length; i++) {
            int best = Math.min(Math.min(above[i], row[i - 1]) + 1, above[i - 1] + (typed[i - 1] == letter ? 0 : 1));
            if (depth > 1 && i > 1 && typed[i - 1] == name[depth - 2] && typed[i - 2] == letter) {
                best = Math.min(best, table[depth - 2][i - 2] + 1);
            }
            row[i] = best;
            least = Math.min(least, best);
        }
        return least;
    }
}
