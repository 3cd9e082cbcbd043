package org.branchline.conversation;

import java.util.List;

/**
 * The buttons below a message, in rows.
 *
 * @param rows possibly empty; no row is
 */
public record Keyboard(List<List<Button>> rows) {

    public static final Keyboard NONE = new Keyboard(List.of());

    public Keyboard {
        rows = rows.stream().map(List::copyOf).toList();
        if (rows.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("A row of buttons is empty");
        }
    }

    public static Keyboard row(Button... buttons) {
        return new Keyboard(List.of(List.of(buttons)));
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
