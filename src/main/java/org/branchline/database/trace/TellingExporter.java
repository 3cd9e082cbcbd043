package org.branchline.database.trace;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Says once that nobody takes the traces, and once that somebody does again; the exporter itself is silent. */
final class TellingExporter implements SpanExporter {

    private static final Logger LOG = Logger.getLogger(TellingExporter.class);

    private final SpanExporter exporter;
    private final AtomicBoolean failing = new AtomicBoolean();

    TellingExporter(SpanExporter exporter) {
        this.exporter = exporter;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        CompletableResultCode result = exporter.export(spans);
        return result.whenComplete(() -> tell(result.isSuccess()));
    }

    private void tell(boolean taken) {
        if (taken && failing.compareAndSet(true, false)) {
            LOG.info("traces are taken again");
        } else if (!taken && failing.compareAndSet(false, true)) {
            LOG.warn("traces are not taken at OTEL_EXPORTER_OTLP_ENDPOINT and are thrown away until they are: see that"
                    + " a collector listens there for OTLP over HTTP");
        }
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
