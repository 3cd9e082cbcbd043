package org.branchline.database.trace;

import io.opentelemetry.api.trace.Tracer;
import java.util.Optional;
import org.branchline.database.Settings;
import org.branchline.database.StartProblem;
import org.jspecify.annotations.Nullable;

/** Begins what is traced. */
public final class Traces implements AutoCloseable {

    /** Follows nothing. */
    public static final Traces OFF = new Traces(null, () -> {});

    private final @Nullable Tracer tracer;
    private final Runnable closing;

    private Traces(@Nullable Tracer tracer, Runnable closing) {
        this.tracer = tracer;
        this.closing = closing;
    }

    static Traces by(Tracer tracer, Runnable closing) {
        return new Traces(tracer, closing);
    }

    /** Why nothing could be followed with these settings; nothing is sent. */
    public static Optional<StartProblem> problem(Settings settings) {
        try {
            Exporting.of(settings).close();
            return Optional.empty();
        } catch (StartProblem problem) {
            return Optional.of(problem);
        }
    }

    /** Whether anything is followed. */
    public boolean on() {
        return tracer != null;
    }

    /** Begins a trace of its own. */
    public Step begin(String what) {
        return begin(what, Step.NONE);
    }

    /** Begins a trace of its own that names the step it comes of, {@link Step#NONE} where that is not known. */
    public Step begin(String what, Step earlier) {
        return tracer == null ? Step.NONE : Step.first(tracer, what, earlier);
    }

    /** Hands over what has ended, for at most 2 seconds. */
    @Override
    public void close() {
        closing.run();
    }
}
