package org.branchline.intake;

import org.branchline.conversation.Action;
import org.branchline.conversation.Attached;
import org.branchline.conversation.Incoming;
import org.branchline.conversation.Keyboard;
import org.jspecify.annotations.Nullable;

/** What an update holds. */
public sealed interface What {

    /** Handles each kind; a new kind does not compile until every place handles it. */
    interface Cases<T> {
        T text(Text text);

        T command(Command command);

        T press(Press press);

        T edited(Edited edited);

        T sent(Sent sent);

        T reachable(Reachable reachable);

        T nothing(Nothing nothing);
    }

    <T> T in(Cases<T> cases);

    /**
     * A text without a leading command.
     *
     * @param repliedTo the message of this chat that it replies to, 0 for none
     */
    record Text(long message, String text, long repliedTo) implements What {
        public Text(long message, String text) {
            this(message, text, 0);
        }

        @Override
        public <T> T in(Cases<T> cases) {
            return cases.text(this);
        }
    }

    /**
     * A command such as {@code /start PAYLOAD}.
     *
     * @param name without slash and bot name, in lower case
     * @param argument the rest of the text, trimmed, possibly empty
     */
    record Command(long message, String name, String argument) implements What {
        @Override
        public <T> T in(Cases<T> cases) {
            return cases.command(this);
        }
    }

    /**
     * A press on a button.
     *
     * @param press the platform's id with which it is answered
     * @param message 0 where the message is gone
     * @param action what the button stands for, null where its token is not genuine for this chat
     * @param shown the buttons as they stand below the message; none where the platform does not tell
     */
    record Press(String press, long message, @Nullable Action action, Keyboard shown) implements What {
        public Press(String press, long message, @Nullable Action action) {
            this(press, message, action, Keyboard.NONE);
        }

        @Override
        public <T> T in(Cases<T> cases) {
            return cases.press(this);
        }
    }

    /** A text was edited. */
    record Edited(long message, String text) implements What {
        @Override
        public <T> T in(Cases<T> cases) {
            return cases.edited(this);
        }
    }

    /**
     * Something that is not text.
     *
     * @param caption the text below it, possibly empty
     * @param attached the picture or document, null where it is something else
     */
    record Sent(
            long message,
            Incoming.Sent.Kind kind,
            String caption,
            @Nullable Attached attached) implements What {
        public Sent(long message, Incoming.Sent.Kind kind) {
            this(message, kind, "", null);
        }

        @Override
        public <T> T in(Cases<T> cases) {
            return cases.sent(this);
        }
    }

    /** The person blocked the bot, or let it in again. */
    record Reachable(boolean reachable) implements What {
        @Override
        public <T> T in(Cases<T> cases) {
            return cases.reachable(this);
        }
    }

    /** A kind of update that means nothing to us. */
    record Nothing(String kind) implements What {
        @Override
        public <T> T in(Cases<T> cases) {
            return cases.nothing(this);
        }
    }
}
