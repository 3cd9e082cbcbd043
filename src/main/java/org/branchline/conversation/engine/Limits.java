package org.branchline.conversation.engine;

import java.util.Optional;

/** How much people may type. */
final class Limits {

    /** Characters of a short text or of own words. */
    static final int SHORT = 200;

    /** Characters of a long text, all its messages together; it must fit one message of Telegram's 4,096. */
    static final int LONG = 4000;

    /** Characters of a name. */
    static final int NAME = 60;

    private Limits() {}

    /** The kind word for a text of more than 200 characters. */
    static Optional<Heard> tooLong(Asked asked, String text) {
        return tooLong(asked, text, SHORT);
    }

    static Optional<Heard> tooLong(Asked asked, String text, int most) {
        return Cleaning.length(text) <= most
                ? Optional.empty()
                : Optional.of(new Heard.Again(asked.voice().say("text.long", "most", Integer.toString(most))));
    }
}
