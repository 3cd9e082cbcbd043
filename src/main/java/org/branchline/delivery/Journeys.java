package org.branchline.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.branchline.database.trace.Step;
import org.branchline.database.trace.Traces;
import org.branchline.roster.Bot;
import org.jspecify.annotations.Nullable;

/**
 * Messages as they are traced. One that is sent from memory is sent in the trace of the turn that put it. One that this
 * process sends later, or again, begins a trace that names the turn's; where another process put it, the outbox row's number
 * stands in both.
 */
@Singleton
class Journeys {

    /** Rows whose turns are remembered; the oldest are forgotten first. */
    private static final int MOST = 4_096;

    /**
     * Where a row comes from.
     *
     * @param memory whether it is sent from memory, at once
     */
    private record Origin(Step step, boolean memory) {}

    private final Traces traces;
    private final Map<Long, Origin> origins = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Origin> eldest) {
            return size() > MOST;
        }
    };

    Journeys(Traces traces) {
        this.traces = traces;
    }

    /** A turn put a row. */
    void posted(Step turn, long row, Letter letter, boolean memory) {
        if (traces.on()) {
            Step outbox = names(turn.step("outbox"), row, letter);
            outbox.end(memory ? "sending" : "queued");
            remember(row, new Origin(outbox, memory));
        }
    }

    /** A row's request, traced. */
    Uni<Outcome> follow(Bot bot, Parcel parcel, Uni<Outcome> request) {
        return traces.on() ? Uni.createFrom().deferred(() -> followed(bot, parcel, request)) : request;
    }

    private Uni<Outcome> followed(Bot bot, Parcel parcel, Uni<Outcome> request) {
        @Nullable Origin origin = recall(parcel.id());
        Step from = origin == null ? Step.NONE : origin.step();
        Step send = origin != null && origin.memory() ? from.step("send") : traces.begin("send", from);
        names(send.with("bot", bot.id()).with("tries", (long) parcel.tries()), parcel.id(), parcel.letter());
        return request.onItem().invoke(outcome -> {
            Verdict verdict = outcome.verdict(parcel.letter().doubt());
            outcome.pause().ifPresent(pause -> send.with("pause_s", pause.time().toSeconds()));
            send.with("result", outcome.getClass().getSimpleName())
                    .end(verdict.state().column());
            if (verdict.state() == Verdict.State.QUEUED) {
                remember(parcel.id(), new Origin(send, false));
            }
        });
    }

    private static Step names(Step step, long row, Letter letter) {
        return step.with("row", row)
                .with("run", letter.run())
                .with("priority", letter.priority().name().toLowerCase(Locale.ROOT))
                .with("message", letter.outgoing().getClass().getSimpleName());
    }

    private void remember(long row, Origin origin) {
        synchronized (origins) {
            origins.put(row, origin);
        }
    }

    private @Nullable Origin recall(long row) {
        synchronized (origins) {
            return origins.remove(row);
        }
    }
}
