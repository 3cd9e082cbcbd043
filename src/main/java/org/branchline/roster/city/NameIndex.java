package org.branchline.roster.city;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/** Names in order, a few bytes each: found whole, by their beginning, or with a letter or two wrong. */
final class NameIndex {

    /** Takes a city, how many letters its name is away, and whether the first one is right. */
    interface Near {
        void accept(int row, int distance, boolean begunRight);
    }

    private final byte[] letters;
    private final int[] starts;
    private final int[] rows;

    private NameIndex(byte[] letters, int[] starts, int[] rows) {
        this.letters = letters;
        this.starts = starts;
        this.rows = rows;
    }

    /** Each entry is a key of a-z, 0-9 and ?, a tab, and the row of its city. */
    static NameIndex of(List<String> entries) {
        String[] sorted = entries.toArray(String[]::new);
        Arrays.sort(sorted);
        int[] starts = new int[sorted.length + 1];
        int[] rows = new int[sorted.length];
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < sorted.length; i++) {
            int tab = sorted[i].indexOf('\t');
            all.append(sorted[i], 0, tab);
            rows[i] = Integer.parseInt(sorted[i], tab + 1, sorted[i].length(), 10);
            starts[i + 1] = all.length();
        }
        return new NameIndex(all.toString().getBytes(US_ASCII), starts, rows);
    }

    void exactly(String name, IntConsumer found) {
        byte[] key = name.getBytes(US_ASCII);
        for (int i = firstFrom(key, 0); i < rows.length && length(i) == key.length && startsWith(i, key); i++) {
            found.accept(rows[i]);
        }
    }

    void startingWith(String beginning, IntConsumer found) {
        byte[] key = beginning.getBytes(US_ASCII);
        for (int i = firstFrom(key, 0); i < rows.length && startsWith(i, key); i++) {
            found.accept(rows[i]);
        }
    }

    /** Neighbours in order share their first letters, so the table of distances is kept as far as they do. */
    void near(String name, int most, Near found) {
        EditTable table = new EditTable(name.getBytes(US_ASCII), most);
        int i = 0;
        while (i < rows.length) {
            int shared = table.reuse(letters, starts[i], length(i));
            int hopeless = table.extend(letters, starts[i], length(i), shared);
            if (hopeless > 0) {
                i = firstAfter(Arrays.copyOfRange(letters, starts[i], starts[i] + hopeless), i + 1);
            } else {
                int distance = table.distance();
                if (distance <= most) {
                    found.accept(rows[i], distance, letters[starts[i]] == name.charAt(0));
                }
                i++;
            }
        }
    }

    private int length(int entry) {
        return starts[entry + 1] - starts[entry];
    }

    private boolean startsWith(int entry, byte[] key) {
        return length(entry) >= key.length
                && Arrays.equals(letters, starts[entry], starts[entry] + key.length, key, 0, key.length);
    }

    private int firstFrom(byte[] key, int from) {
        int low = from;
        int high = rows.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Arrays.compare(letters, starts[middle], starts[middle + 1], key, 0, key.length) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int firstAfter(byte[] beginning, int from) {
        beginning[beginning.length - 1]++;
        return firstFrom(beginning, from);
    }
}
