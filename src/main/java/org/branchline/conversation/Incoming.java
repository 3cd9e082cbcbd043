package org.branchline.conversation;

/** What happened to a run: something its person did in the chat, or a nudge by the service. */
public sealed interface Incoming {

    <R> R of(Cases<R> cases);

    /** One result for each thing that can happen. */
    interface Cases<R> {
        R began(Began incoming);

        R returned(Returned incoming);

        R reminded(Reminded incoming);

        R cancelled(Cancelled incoming);

        R expired(Expired incoming);

        R wrote(Wrote incoming);

        R pressed(Pressed incoming);

        R corrected(Corrected incoming);

        R sent(Sent incoming);
    }

    /** The run begins; its first question is asked. */
    record Began() implements Incoming {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.began(this);
        }
    }

    /** The person came back with {@code /start} while this run was open. */
    record Returned() implements Incoming {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.returned(this);
        }
    }

    /** The open question is to be named again: after an outage, or after a press on an old button. */
    record Reminded(Why why) implements Incoming {

        @Override
        public <R> R of(Cases<R> cases) {
            return cases.reminded(this);
        }

        /** What the person is told before the question. */
        public enum Why {
            /** The service was away and presses were lost. */
            OUTAGE,
            /** A press on a question that is done. */
            OLD_BUTTON,
            /** The person went on with this run after another. */
            RESUMED
        }
    }

    /** The person left the run with {@code /cancel}. */
    record Cancelled() implements Incoming {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.cancelled(this);
        }
    }

    /** The run was open for longer than its playbook allows. */
    record Expired() implements Incoming {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.expired(this);
        }
    }

    /**
     * A text.
     *
     * @param message the chat's number of the message, positive
     * @param text as sent, not trimmed, possibly hostile
     */
    record Wrote(long message, String text) implements Incoming {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.wrote(this);
        }
    }

    /**
     * A press on a button of this run whose token was genuine.
     *
     * @param message the message that carries the button
     * @param step the step of the run in which the button was offered
     * @param choice what the button stands for, see {@link Action.Move}
     */
    record Pressed(long message, int step, String choice) implements Incoming {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.pressed(this);
        }
    }

    /** The person edited an earlier text of theirs. */
    record Corrected(long message, String text) implements Incoming {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.corrected(this);
        }
    }

    /** Something that is not text. */
    record Sent(long message, Kind kind) implements Incoming {

        @Override
        public <R> R of(Cases<R> cases) {
            return cases.sent(this);
        }

        /** What it was, as far as the answer differs. */
        public enum Kind {
            VOICE,
            PICTURE,
            STICKER,
            LOCATION,
            CONTACT,
            FILE,
            OTHER
        }
    }
}
