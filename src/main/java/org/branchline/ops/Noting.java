package org.branchline.ops;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.branchline.campaign.broadcast.FeedWitness;
import org.branchline.delivery.SendWitness;
import org.branchline.delivery.Verdict;
import org.branchline.intake.door.DoorWitness;
import org.jspecify.annotations.Nullable;

/** Counts what the other rooms say that they did. */
@Singleton
class Noting implements DoorWitness, SendWitness, FeedWitness {

    private record Sent(Verdict.State state, String reason) {}

    private final Figures figures;
    private final Map<Answer, Counter> updates = new EnumMap<>(Answer.class);
    /** Looked up by what a row says; as many as {@link Reason} knows. */
    private final Map<Sent, Counter> sends = new ConcurrentHashMap<>();

    private final Counter givenUp;
    private final Timer late;

    Noting(Figures figures) {
        this.figures = figures;
        for (Answer answer : Answer.values()) {
            updates.put(answer, figures.count(Figure.UPDATES, lower(answer)));
        }
        for (Verdict.State state : Verdict.State.values()) {
            sends(new Sent(state, Reason.NONE));
        }
        this.givenUp = figures.count(Figure.GIVEN_UP);
        this.late = figures.times(Figure.PROMPT_LATE);
    }

    @Override
    public void answered(Answer answer) {
        Objects.requireNonNull(updates.get(answer)).increment();
    }

    @Override
    public void givenUp() {
        givenUp.increment();
    }

    @Override
    public void noted(Verdict.State state, @Nullable String reason) {
        sends(new Sent(state, Reason.of(reason))).increment();
    }

    @Override
    public void asked(Duration waited) {
        late.record(waited.isNegative() ? Duration.ZERO : waited);
    }

    private Counter sends(Sent sent) {
        return sends.computeIfAbsent(sent, first -> figures.count(Figure.SENDS, lower(first.state()), first.reason()));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
