package org.branchline.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.branchline.sandbox.chat.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardTest {

    private static final Instant NOW = Instant.parse("2027-03-28T00:00:00.250Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"forward\": \"P7D\"} | P7D",
                "{\"forward\": \"PT0.2S\"} | PT1S",
                "{\"forward\": \"PT0S\"} | PT0S",
                "{\"forward_seconds\": 90} | PT1M30S",
                "{\"to\": \"2027-03-28T01:00:00Z\"} | PT1H",
                "{\"forward\": null, \"forward_seconds\": 1} | PT1S"
            })
    void the_clock_can_be_told_how_far_or_where_to(String body, Duration expected) {
        // When
        Duration forward = read(body);

        // Then
        assertThat(forward).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | one of forward, forward_seconds and to",
                "{\"forward\": \"P1D\", \"forward_seconds\": 1} | one of forward, forward_seconds and to",
                "{\"forward\": \"a week\"} | such as PT3H or P7D",
                "{\"forward\": 7} | such as PT3H or P7D",
                "{\"forward\": \"-PT1H\"} | only goes forward",
                "{\"forward\": \"P3661D\"} | ten years",
                "{\"forward_seconds\": 1.5} | a whole number",
                "{\"forward_seconds\": \"60\"} | a whole number",
                "{\"forward_seconds\": 99999999999999999999} | a whole number",
                "{\"forward_seconds\": -1} | only goes forward",
                "{\"to\": \"2027-03-27T23:59:59Z\"} | only goes forward",
                "{\"to\": \"+1000000000-12-31T23:59:59Z\"} | ten years",
                "{\"to\": \"tomorrow\"} | such as 2027-03-28T01:00:00Z"
            })
    void nonsense_is_refused_with_its_reason(String body, String reason) {
        // When / Then
        assertThatThrownBy(() -> read(body))
                .isInstanceOfSatisfying(
                        MistakenException.class,
                        refused -> assertThat(refused.told().status()).isEqualTo(400))
                .hasMessageContaining(reason);
    }

    private static Duration read(String body) {
        return Forward.read(Objects.requireNonNull(Json.readObject(body)), NOW);
    }
}
