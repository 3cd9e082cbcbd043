package org.branchline.database.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.branchline.database.Settings;
import org.branchline.database.StartProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportingTest {

    @Test
    void without_an_address_nothing_is_followed() {
        // When
        Traces traces = Exporting.of(Settings.of(Map.of()));

        // Then
        assertThat(traces.on()).isFalse();
        assertThat(traces.begin("update").step("turn").with("bot", 7L)).isSameAs(Step.NONE);
    }

    @Test
    void what_ends_comes_to_the_address_with_the_standard_variables_heeded() throws IOException {
        // Given
        try (Collector collector = Collector.open()) {
            Traces traces = Exporting.of(Settings.of(Map.of(
                    "OTEL_EXPORTER_OTLP_ENDPOINT", collector.address(),
                    "OTEL_EXPORTER_OTLP_HEADERS", "x-tenant=ours",
                    "HOSTNAME", "branchline-2",
                    "OTEL_RESOURCE_ATTRIBUTES", "deployment.environment=trial")));
            Step update = traces.begin("update").with("update", 9L);
            update.step("turn").fail(new IllegalStateException("Zerafina wrote this"));
            update.end("failed");

            // When
            traces.close();

            // Then
            assertThat(collector.traces()).singleElement().asString().isEqualTo("[turn, update]");
            assertThat(collector.spans())
                    .filteredOn(span -> span.name().equals("turn"))
                    .singleElement()
                    .satisfies(turn -> assertThat(turn.attributes())
                            .containsEntry("error.type", "java.lang.IllegalStateException")
                            .containsEntry("outcome", "failed"));
            assertThat(collector.everything())
                    .contains("branchline-2", "ours", "trial")
                    .doesNotContain("Zerafina");
        }
    }

    @Test
    void a_share_of_none_sends_none() throws IOException {
        // Given
        try (Collector collector = Collector.open()) {
            Traces traces = Exporting.of(Settings.of(Map.of(
                    "OTEL_EXPORTER_OTLP_ENDPOINT", collector.address(),
                    "OTEL_TRACES_SAMPLER", "parentbased_traceidratio",
                    "OTEL_TRACES_SAMPLER_ARG", "0")));
            traces.begin("update").end();

            // When
            traces.close();

            // Then
            assertThat(collector.spans()).isEmpty();
        }
    }

    @Test
    void where_nobody_listens_nobody_waits_and_the_log_says_so_once() throws IOException {
        // Given
        try (Told told = Told.of("org.branchline.database.trace");
                Told theirs = Told.of("io.opentelemetry")) {
            Traces traces = Exporting.of(
                    Settings.of(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + closedPort())));

            // When
            for (int i = 0; i < 20_000; i++) {
                traces.begin("update").step("turn").end();
            }
            await().until(() -> !told.lines.isEmpty());
            for (int i = 0; i < 20_000; i++) {
                traces.begin("update").step("turn").end();
            }
            traces.close();

            // Then
            assertThat(told.lines).singleElement().asString().contains("thrown away");
            assertThat(theirs.lines).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OTEL_EXPORTER_OTLP_ENDPOINT, collector:4318, OTEL_EXPORTER_OTLP_ENDPOINT cannot be used",
        "OTEL_EXPORTER_OTLP_PROTOCOL, grpc, OTEL_EXPORTER_OTLP_PROTOCOL is grpc",
        "OTEL_TRACES_SAMPLER_ARG, half, that begins with OTEL_"
    })
    void what_cannot_be_used_is_refused_in_a_line(String name, String value, String said) {
        // Given
        Map<String, String> variables = new HashMap<>(
                Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4318", "OTEL_TRACES_SAMPLER", "traceidratio"));
        variables.put(name, value);

        // Then
        assertThatThrownBy(() -> Exporting.of(Settings.of(variables)))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining(said);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** What a logger is told meanwhile. */
    private static final class Told extends Handler implements AutoCloseable {

        private final Logger logger;
        private final List<String> lines = new CopyOnWriteArrayList<>();

        private Told(Logger logger) {
            this.logger = logger;
        }

        static Told of(String name) {
            Told told = new Told(Logger.getLogger(name));
            told.logger.addHandler(told);
            return told;
        }

        @Override
        public void publish(LogRecord record) {
            lines.add(record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            logger.removeHandler(this);
        }
    }
}
