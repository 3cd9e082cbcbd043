package org.branchline.conversation;

import java.util.List;
import java.util.function.Predicate;

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

    private static final String MARK = "✓ ";

    public static Keyboard row(Button... buttons) {
        return new Keyboard(List.of(List.of(buttons)));
    }

    /** The same buttons with another of some of them marked as chosen; whatever else stands there stays. */
    public Keyboard marking(Predicate<Action.Order> some, Predicate<Action.Order> chosen) {
        return new Keyboard(rows.stream()
                .map(row -> row.stream()
                        .map(button -> button.action() instanceof Action.Order order && some.test(order)
                                ? marked(button, chosen.test(order))
                                : button)
                        .toList())
                .toList());
    }

    private static Button marked(Button button, boolean chosen) {
        String label = button.label().startsWith(MARK) ? button.label().substring(MARK.length()) : button.label();
        return new Button(chosen ? MARK + label : label, button.action());
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
