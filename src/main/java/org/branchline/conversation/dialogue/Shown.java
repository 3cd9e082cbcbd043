package org.branchline.conversation.dialogue;

import java.util.ArrayList;
import java.util.List;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;

/**
 * A message as it is seen.
 *
 * @param rows the labels of its buttons
 */
public record Shown(String text, List<List<String>> rows) {

    public Shown {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Reads what was written: lines of {@code [labels]} at the end are rows of buttons, the others the text. */
    public static Shown of(String written) {
        List<String> lines = new ArrayList<>(written.strip().lines().toList());
        List<List<String>> rows = new ArrayList<>();
        while (!lines.isEmpty() && row(lines.get(lines.size() - 1))) {
            String line = lines.remove(lines.size() - 1).strip();
            rows.add(0, List.of(line.substring(1, line.length() - 1).split("]\\s*\\[", -1)));
        }
        return new Shown(String.join("\n", lines).strip(), rows);
    }

    static Shown of(String text, Keyboard keyboard) {
        return new Shown(
                text.strip(),
                keyboard.rows().stream()
                        .map(row -> row.stream().map(Button::label).toList())
                        .toList());
    }

    private static boolean row(String line) {
        String stripped = line.strip();
        return stripped.startsWith("[") && stripped.endsWith("]");
    }

    /** As it is written in a dialogue. */
    @Override
    public String toString() {
        StringBuilder written = new StringBuilder(text);
        for (List<String> row : rows) {
            written.append('\n')
                    .append(String.join(
                            " ", row.stream().map(label -> "[" + label + "]").toList()));
        }
        return written.toString();
    }
}
