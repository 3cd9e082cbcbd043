package org.branchline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockTest {

    private static final String DAY = "{\"forward_seconds\": 86400}";

    private Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory());
    private Driver driver = new Driver(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void a_service_waits_for_the_clock_which_waits_for_the_service() throws Exception {
        // Given
        CompletableFuture<Driver.Answer> idle = reached(0, 0, 30);
        reachedNow("other", 0);

        // When
        Driver.Answer asked = driver.control("clock", DAY);

        // Then
        assertThat(asked.json().path("offset_seconds").asLong()).isZero();
        assertThat(asked.json().path("target_seconds").asLong()).isEqualTo(86_400);
        assertThat(idle.get(5, TimeUnit.SECONDS).json().path("offset_seconds").asLong())
                .isZero();
    }

    @Test
    void the_clock_goes_to_what_falls_due_first_and_from_there_to_its_target() throws Exception {
        // Given
        reachedNow("a", 0);
        driver.control("clock", DAY);

        // When
        Driver.Answer first = reached(0, 3_600, 30).get(5, TimeUnit.SECONDS);
        Driver.Answer last = reached(3_600, 90_000, 30).get(5, TimeUnit.SECONDS);

        // Then
        assertThat(first.json().path("offset_seconds").asLong()).isEqualTo(3_600);
        assertThat(last.json().path("offset_seconds").asLong()).isEqualTo(86_400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"follower\": \"a\"}",
                "{\"follower\": \"\", \"offset_seconds\": 0}",
                "{\"follower\": \"a\", \"offset_seconds\": -1}",
                "{\"follower\": \"a\", \"offset_seconds\": 0, \"rest_seconds\": \"soon\"}"
            })
    void a_report_that_makes_no_sense_is_refused(String report) {
        // When
        Driver.Answer answer = driver.control("clock/reached", report);

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).isNotEmpty();
    }

    @Test
    void a_restart_on_the_way_goes_on_from_there(@TempDir Path folder) throws Exception {
        // Given
        sandbox.close();
        sandbox = Sandbox.start(SandboxOptions.inMemory().keepingIn(folder));
        driver = new Driver(sandbox);
        reachedNow("a", 0);
        driver.control("clock", DAY);
        reached(0, 3_600, 30).get(5, TimeUnit.SECONDS);

        // When
        sandbox.close();
        sandbox = Sandbox.start(SandboxOptions.inMemory().keepingIn(folder));
        driver = new Driver(sandbox);

        // Then
        assertThat(driver.look("clock").json().path("offset_seconds").asLong()).isEqualTo(3_600);
        assertThat(reached(3_600, 90_000, 30)
                        .get(5, TimeUnit.SECONDS)
                        .json()
                        .path("offset_seconds")
                        .asLong())
                .isEqualTo(86_400);
    }

    private CompletableFuture<Driver.Answer> reached(long offset, long rest, long wait) {
        return driver.controlLater("clock/reached", report("a", offset, rest, wait));
    }

    private void reachedNow(String follower, long offset) {
        driver.control("clock/reached", report(follower, offset, 0, 0));
    }

    private static String report(String follower, long offset, long rest, long wait) {
        return "{\"follower\": \"" + follower + "\", \"offset_seconds\": " + offset + ", \"rest_seconds\": " + rest
                + ", \"wait_seconds\": " + wait + "}";
    }
}
