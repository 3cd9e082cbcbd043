package org.branchline.roster.joining;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who guessed how often lately, so that guessing stays hopeless. Per process; remembers the last 1,000 guessers. */
final class Guesses {

    private static final int REMEMBERED = 1_000;

    private final int most;
    private final Duration within;
    private final Map<Long, Deque<Instant>> byPerson = new LinkedHashMap<>();

    /** At most so many guesses of a person within that time. */
    Guesses(int most, Duration within) {
        this.most = most;
        this.within = within;
    }

    /** Whether the person may guess now; if so, the guess counts. */
    synchronized boolean take(long person, Instant now) {
        Deque<Instant> guesses = byPerson.computeIfAbsent(person, unknown -> new ArrayDeque<>());
        while (!guesses.isEmpty() && !guesses.peekFirst().plus(within).isAfter(now)) {
            guesses.removeFirst();
        }
        if (byPerson.size() > REMEMBERED) {
            byPerson.remove(byPerson.keySet().iterator().next());
        }
        if (guesses.size() >= most) {
            return false;
        }
        guesses.addLast(now);
        return true;
    }
}
