package org.branchline.database.trace;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.branchline.database.Settings;
import org.branchline.database.StartProblem;

/**
 * Sends traces to the address that the standard variables of OpenTelemetry name. What ends waits in a queue of 2,048 steps for
 * at most 5 s; what finds it full, or cannot be delivered, is thrown away.
 */
final class Exporting {

    static final String ADDRESS = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static final String PROTOCOL = "OTEL_EXPORTER_OTLP_PROTOCOL";
    private static final String SPOKEN = "http/protobuf";
    private static final long CLOSE_SECONDS = 2;

    /** It would tell of each failure, with what the other end said; {@link TellingExporter} does once. */
    private static final Logger THEIRS = Logger.getLogger("io.opentelemetry");

    /** Read here too, since {@code .env} and files of secrets count; the SDK itself sees the environment only. */
    private static final List<String> STANDARD = List.of(
            ADDRESS,
            "OTEL_EXPORTER_OTLP_HEADERS",
            "OTEL_EXPORTER_OTLP_CERTIFICATE",
            "OTEL_TRACES_SAMPLER",
            "OTEL_TRACES_SAMPLER_ARG",
            "OTEL_SERVICE_NAME",
            "OTEL_RESOURCE_ATTRIBUTES");

    private Exporting() {}

    /**
     * Begins to follow where an address is set.
     *
     * @throws StartProblem where it, or what stands beside it, cannot be used
     */
    static Traces of(Settings settings) {
        Optional<String> address = settings.text(ADDRESS);
        if (address.isEmpty()) {
            return Traces.OFF;
        }
        if (settings.text(PROTOCOL).filter(asked -> !asked.equals(SPOKEN)).isPresent()) {
            throw new StartProblem(PROTOCOL + " is " + settings.text(PROTOCOL).get() + ": Branchline speaks " + SPOKEN
                    + " only, usually to port 4318; set that address and leave the protocol out.");
        }
        try {
            return open(properties(settings));
        } catch (ConfigurationException | IllegalArgumentException wrong) {
            throw new StartProblem(ADDRESS + " cannot be used, or a variable beside it that begins with OTEL_: give an"
                    + " address such as http://collector:4318.");
        }
    }

    private static Map<String, String> properties(Settings settings) {
        Map<String, String> properties = new HashMap<>();
        properties.put("otel.service.name", "branchline");
        for (String name : STANDARD) {
            settings.text(name)
                    .ifPresent(value ->
                            properties.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value));
        }
        settings.text("HOSTNAME")
                .ifPresent(replica -> properties.merge(
                        "otel.resource.attributes",
                        "service.instance.id=" + replica,
                        (asked, ours) -> ours + "," + asked));
        properties.put("otel.exporter.otlp.protocol", SPOKEN);
        properties.put("otel.traces.exporter", "otlp");
        properties.put("otel.metrics.exporter", "none");
        properties.put("otel.logs.exporter", "none");
        // The next ones are worth more than old ones again.
        properties.put("otel.java.exporter.otlp.retry.disabled", "true");
        return properties;
    }

    private static Traces open(Map<String, String> properties) {
        THEIRS.setLevel(Level.OFF);
        OpenTelemetrySdk sdk = AutoConfiguredOpenTelemetrySdk.builder()
                .addPropertiesCustomizer(asked -> properties)
                .addSpanExporterCustomizer((exporter, asked) -> new TellingExporter(exporter))
                .disableShutdownHook()
                .build()
                .getOpenTelemetrySdk();
        return Traces.by(sdk.getTracer("org.branchline"), () -> sdk.shutdown().join(CLOSE_SECONDS, TimeUnit.SECONDS));
    }
}
