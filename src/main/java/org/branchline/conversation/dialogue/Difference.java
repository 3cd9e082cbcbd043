package org.branchline.conversation.dialogue;

/**
 * Where a dialogue went another way than it was written.
 *
 * @param line of the dialogue's file, from 1
 * @param expected what is written
 * @param seen what happened
 */
public record Difference(int line, String expected, String seen) {

    /** For the person who wrote the dialogue. */
    public String message() {
        return "expected:\n" + indented(expected) + "\nbut there was:\n" + indented(seen);
    }

    private static String indented(String text) {
        return text.indent(2).stripTrailing();
    }
}
