package org.branchline.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The packaged jar with a word behind it. */
@Execution(ExecutionMode.CONCURRENT)
class CommandLineIT {

    /** What it printed, and how it ended. */
    private record Ended(int code, String printed) {}

    @Test
    void asked_for_help_it_lists_its_commands_and_ends_well() throws Exception {
        // When
        Ended ended = typed("--help");

        // Then
        assertThat(ended.code()).isZero();
        assertThat(ended.printed()).isEqualToNormalizingNewlines(Command.help() + "\n");
    }

    @Test
    void a_word_it_does_not_know_is_an_error_of_one_line() throws Exception {
        // When
        Ended ended = typed("serve");

        // Then
        assertThat(ended.code()).isNotZero();
        assertThat(ended.printed().lines())
                .singleElement()
                .asString()
                .contains("check, migrate, answers, doctor, sandbox");
    }

    @Test
    void without_a_key_that_encrypts_it_stores_nothing_and_says_so_in_one_line() throws Exception {
        for (String key : List.of("", "c2hvcnQ=")) {
            // When
            Ended ended = typed("migrate", Map.of("DATABASE_URL", "postgresql://a:b@localhost:1/c", "DATA_KEY", key));

            // Then
            assertThat(ended.code()).isNotZero();
            assertThat(ended.printed().lines())
                    .singleElement()
                    .asString()
                    .contains("DATA_KEY", "openssl rand -base64 32");
        }
    }

    @Test
    void a_port_that_another_program_has_is_said_in_the_last_line() throws Exception {
        // Given
        int port = RunningJar.freePort();
        try (ServerSocket another = new ServerSocket(port);
                // When
                RunningJar service = RunningJar.launch(another.getLocalPort(), Map.of())) {
            int code = service.exitCode();

            // Then
            assertThat(code).isEqualTo(1);
            assertThat(service.log().lines().reduce((first, last) -> last).orElseThrow())
                    .startsWith("Port " + port + " is in use")
                    .contains("HTTP_PORT");
            assertThat(service.log()).doesNotContain("receives nothing");
        }
    }

    private static Ended typed(String word) throws IOException, InterruptedException {
        return typed(word, Map.of());
    }

    private static Ended typed(String word, Map<String, String> variables) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Path.of("target", "quarkus-app", "quarkus-run.jar").toString(),
                        word)
                .redirectErrorStream(true);
        builder.environment().putAll(variables);
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), printed);
    }
}
