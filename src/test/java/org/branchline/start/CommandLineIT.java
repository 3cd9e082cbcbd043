package org.branchline.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
        assertThat(ended.printed().lines()).singleElement().asString().contains("check, migrate, answers, sandbox");
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
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Path.of("target", "quarkus-app", "quarkus-run.jar").toString(),
                        word)
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), printed);
    }
}
