package org.branchline.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.branchline.conversation.Button;

/**
 * A part of a list that is too long for one message.
 *
 * @param shown at most {@value #SIZE}
 * @param number from 0
 * @param last the number of the last one
 */
public record Page<T>(List<T> shown, int number, int last) {

    public static final int SIZE = 8;

    public Page {
        shown = List.copyOf(shown);
    }

    /** The page of this number, or the nearest there is. */
    public static <T> Page<T> of(List<T> all, int wanted) {
        int last = Math.max(0, (all.size() - 1) / SIZE);
        int number = Math.min(Math.max(0, wanted), last);
        return new Page<>(all.subList(number * SIZE, Math.min(all.size(), (number + 1) * SIZE)), number, last);
    }

    /** A page of a list of which only this part was read; {@code total} is how many there are of all. */
    public static <T> Page<T> part(List<T> shown, int number, int total) {
        return new Page<>(shown, number, Math.max(0, (total - 1) / SIZE));
    }

    /** The row of buttons that turns it, in the list of rows where there is any. */
    public List<List<Button>> turning(IntFunction<Button> earlier, IntFunction<Button> later) {
        return turning(number, last, earlier, later);
    }

    /** The same for pages of another size, of which this is one. */
    public static List<List<Button>> turning(
            int number, int last, IntFunction<Button> earlier, IntFunction<Button> later) {
        List<Button> row = new ArrayList<>();
        if (number > 0) {
            row.add(earlier.apply(number - 1));
        }
        if (number < last) {
            row.add(later.apply(number + 1));
        }
        return row.isEmpty() ? List.of() : List.of(row);
    }
}
