package org.branchline.conversation.engine;

/**
 * How an answer is read back.
 *
 * @param text empty where nothing is
 * @param stays whether a pressed message keeps its text and only loses its buttons
 * @param leads whether the text also leads the next message after a press
 */
record Echo(String text, boolean stays, boolean leads) {

    /** The pressed message becomes the answer; a typed one leads the next message. */
    static Echo of(String answer) {
        return new Echo("✓ " + answer, false, false);
    }

    /** Nothing is read back. */
    static Echo silent() {
        return new Echo("", true, false);
    }

    /** What was pressed stays readable, and the next message says what came of it. */
    static Echo leading(String text) {
        return new Echo("✓ " + text, true, true);
    }
}
