package org.branchline.conversation;

/**
 * What leaves for a chat. Texts are plain: whoever sends them escapes what its wire needs. At most 4,096 UTF-16 units
 * (Telegram's limit), captions at most 1,024.
 */
public sealed interface Outgoing {

    <R> R of(Cases<R> cases);

    /** One result for each kind. */
    interface Cases<R> {
        R say(Say outgoing);

        R edit(Edit outgoing);

        R rebutton(Rebutton outgoing);

        R acknowledge(Acknowledge outgoing);

        R file(File outgoing);

        R stored(Stored outgoing);
    }

    /** A new message. */
    record Say(String text, Keyboard keyboard) implements Outgoing {
        public Say(String text) {
            this(text, Keyboard.NONE);
        }

        @Override
        public <R> R of(Cases<R> cases) {
            return cases.say(this);
        }
    }

    /** The same message with another text and other buttons. */
    record Edit(long message, String text, Keyboard keyboard) implements Outgoing {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.edit(this);
        }
    }

    /** The same message and text with other buttons. */
    record Rebutton(long message, Keyboard keyboard) implements Outgoing {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.rebutton(this);
        }
    }

    /**
     * The answer to a press, so that the button stops spinning. Never stored: an answer that came too late is worth
     * nothing.
     *
     * @param text a short line shown over the chat, at most 200 characters, empty for none
     */
    record Acknowledge(String text) implements Outgoing {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.acknowledge(this);
        }
    }

    /**
     * A file.
     *
     * @param name its name with extension
     * @param mediaType for example {@code text/csv}
     * @param picture whether the chat should show it as a picture
     */
    @SuppressWarnings("ArrayRecordComponent") // carried once from its maker to the wire, never compared
    record File(String name, String mediaType, byte[] content, boolean picture, String caption, Keyboard keyboard)
            implements Outgoing {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.file(this);
        }
    }

    /** A picture or document that the platform already has. */
    record Stored(Attached attached, String caption, Keyboard keyboard) implements Outgoing {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.stored(this);
        }
    }
}
