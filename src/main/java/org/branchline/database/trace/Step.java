package org.branchline.database.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * One step of what is traced. It holds numbers and names of ours only: no chat, no name, no text, no token, no message of an
 * exception. Never blocks; from any thread.
 */
public final class Step {

    /** One that nobody follows; costs nothing. */
    public static final Step NONE = new Step(null, null);

    private final @Nullable Tracer tracer;
    private final @Nullable Span span;

    private Step(@Nullable Tracer tracer, @Nullable Span span) {
        this.tracer = tracer;
        this.span = span;
    }

    /** The first of a trace; {@code earlier} is what it comes of, in a trace that has ended. */
    static Step first(Tracer tracer, String what, Step earlier) {
        var builder = tracer.spanBuilder(what).setNoParent();
        if (earlier.span != null) {
            builder.addLink(earlier.span.getSpanContext());
        }
        return new Step(tracer, builder.startSpan());
    }

    /** Begins a step inside this one, which may have ended. */
    public Step step(String what) {
        if (tracer == null || span == null) {
            return NONE;
        }
        return new Step(
                tracer,
                tracer.spanBuilder(what).setParent(Context.root().with(span)).startSpan());
    }

    public Step with(String key, String value) {
        if (span != null) {
            span.setAttribute(key, value);
        }
        return this;
    }

    /** A null is left out. */
    public Step with(String key, @Nullable Long value) {
        if (span != null && value != null) {
            span.setAttribute(key, value.longValue());
        }
        return this;
    }

    public void end() {
        if (span != null) {
            span.end();
        }
    }

    /** Ends as planned. */
    public void end(String outcome) {
        with("outcome", outcome).end();
    }

    /** Ends with an error, of which only the class is kept. */
    public void fail(Throwable cause) {
        if (span != null) {
            span.setStatus(StatusCode.ERROR);
            with("error.type", cause.getClass().getName()).end("failed");
        }
    }
}
