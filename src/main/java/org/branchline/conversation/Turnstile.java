package org.branchline.conversation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Lets one run of a chat be in front at a time. */
public final class Turnstile {

    /** How long a conversation must be quiet before another may be announced. */
    public static final Duration QUIET = Duration.ofMinutes(10);

    private Turnstile() {}

    /** What to do with a run that is due. */
    public sealed interface Decision {

        <R> R of(Cases<R> cases);
    }

    /** One result for each decision. */
    public interface Cases<R> {
        R begin(Begin decision);

        R announce(Announce decision);

        R hold(Wait decision);
    }

    /** Its first question is asked. */
    public record Begin() implements Decision {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.begin(this);
        }
    }

    /** One message says that it waits, with Now and Later. */
    public record Announce() implements Decision {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.announce(this);
        }
    }

    /** Look again when the run in front ends, or at this instant. */
    public record Wait(Instant until) implements Decision {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.hold(this);
        }
    }

    /**
     * Decides for a run that is due.
     *
     * @param front when the run in front was last touched, null where none is open
     * @param waited whether it waited for another run before
     */
    public static Decision decide(@Nullable Instant front, boolean waited, Instant now) {
        if (front == null) {
            return waited ? new Announce() : new Begin();
        }
        Instant quiet = front.plus(QUIET);
        return now.isBefore(quiet) ? new Wait(quiet) : new Announce();
    }
}
