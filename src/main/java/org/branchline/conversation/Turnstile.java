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
    public sealed interface Decision {}

    /** Its first question is asked. */
    public record Begin() implements Decision {}

    /** One message says that it waits, with Now and Later. */
    public record Announce() implements Decision {}

    /** Look again when the run in front ends, or at this instant. */
    public record Wait(Instant until) implements Decision {}

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
