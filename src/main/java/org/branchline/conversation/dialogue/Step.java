package org.branchline.conversation.dialogue;

import java.time.Duration;
import org.branchline.conversation.Incoming;

/** Something that is seen or done in a dialogue; each says in which line of its file it stands, counted from 1. */
public sealed interface Step {

    int line();

    <R> R of(Cases<R> cases);

    /** One result for each step. */
    interface Cases<R> {
        R bot(Bot step);

        R becomes(Becomes step);

        R shows(Shows step);

        R press(Press step);

        R write(Write step);

        R edit(Edit step);

        R send(Send step);

        R later(Later step);

        R due(Due step);
    }

    /** The bot's next message. */
    record Bot(int line, Shown shown) implements Step {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.bot(this);
        }
    }

    /** The bot's next edit of a message. */
    record Becomes(int line, Shown shown) implements Step {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.becomes(this);
        }
    }

    /** The short line shown over the chat after a press. */
    record Shows(int line, String toast) implements Step {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.shows(this);
        }
    }

    /** The member presses the latest button with this label. */
    record Press(int line, String label) implements Step {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.press(this);
        }
    }

    /** The member writes; {@code /start} and {@code /cancel} are the commands. */
    record Write(int line, String text) implements Step {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.write(this);
        }
    }

    /**
     * The member edits a text.
     *
     * @param back 1 for the last text written, 2 for the one before
     */
    record Edit(int line, int back, String text) implements Step {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.edit(this);
        }
    }

    /** The member sends something that is no text. */
    record Send(int line, Incoming.Sent.Kind kind) implements Step {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.send(this);
        }
    }

    /** Time passes. */
    record Later(int line, Duration duration) implements Step {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.later(this);
        }
    }

    /** Another playbook falls due for the member. */
    record Due(int line, String playbook) implements Step {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.due(this);
        }
    }
}
