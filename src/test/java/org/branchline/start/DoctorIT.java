package org.branchline.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.branchline.sandbox.Sandbox;
import org.branchline.sandbox.SandboxOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The packaged jar's {@code doctor}, beside a service and alone. */
@Execution(ExecutionMode.CONCURRENT)
class DoctorIT {

    private static final String SECRET = "canary-Kx93pLm2vR7c";

    @TempDir
    Path folder;

    private record Ended(int code, List<String> lines) {}

    @Test
    void beside_a_service_that_is_well_it_prints_what_the_readme_shows_and_ends_well() throws Exception {
        // Given
        Map<String, String> variables = Map.of("TELEGRAM_BOT_TOKEN", "7:" + SECRET);
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory().onlyFor(Set.of("7:" + SECRET)));
                RunningJar service = RunningJar.start(RunningJar.freePort(), with(variables, sandbox))) {
            ProcessBuilder mistaken = service.beside("doctor");
            mistaken.environment().put("TELEGRAM_BOT_TOKEN", "8:" + SECRET);

            // When
            Ended well = ended(service.beside("doctor"));
            Ended refused = ended(mistaken);

            // Then
            assertThat(general(well.lines())).isEqualTo(general(shown("each thing the service needs:")));
            assertThat(well.code()).isZero();
            assertThat(refused.code()).isEqualTo(1);
            assertThat(general(refused.lines())).containsAll(general(shown("says what to do:")));
            assertThat(refused.lines()).last().isEqualTo("To mend: 1, to know: 0.");
            assertThat(well.lines()).noneMatch(line -> line.contains(SECRET));
            assertThat(refused.lines()).noneMatch(line -> line.contains(SECRET));
        }
    }

    @Test
    void whatever_is_broken_is_a_line_of_its_own_and_nothing_is_changed() throws Exception {
        // Given
        Path workspace = Files.createDirectories(folder.resolve("mine"));
        Files.writeString(workspace.resolve("organisation.yaml"), "organisation: mine\nlanguages: [en\n");
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory())) {
            call(sandbox, "setWebhook?url=http://elsewhere.example/hook");
            Map<String, String> variables = Map.of(
                    "TELEGRAM_BOT_TOKEN",
                    "7:" + SECRET,
                    "DATABASE_URL",
                    "postgresql://branchline:" + SECRET + "@127.0.0.1:1/branchline",
                    "DATA_KEY",
                    "ab".repeat(32),
                    "SEND_RATE",
                    "fast",
                    "TELEGRAM_TOKEN",
                    SECRET,
                    "WORKSPACE",
                    workspace.toString(),
                    "HTTP_PORT",
                    Integer.toString(RunningJar.freePort()));

            // When
            Ended ended = ended(RunningJar.only(with(variables, sandbox), RunningJar.program("doctor")));

            // Then
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.lines())
                    .anyMatch(line -> line.startsWith("FAIL configuration  SEND_RATE is \"fast\""))
                    .anyMatch(line -> line.startsWith("warn configuration  TELEGRAM_TOKEN is not known: did you mean"))
                    .anyMatch(line -> line.startsWith("FAIL workspace      organisation.yaml:"))
                    .anyMatch(line -> line.startsWith("FAIL database       DATABASE_URL: the server at 127.0.0.1:1/"))
                    .anyMatch(
                            line -> line.startsWith("FAIL polling        Telegram delivers to a webhook at elsewhere"))
                    .anyMatch(line -> line.startsWith("ok   service        none runs here"))
                    .noneMatch(line -> line.contains(SECRET) || line.contains("abab"));
            assertThat(call(sandbox, "getWebhookInfo")).contains("http://elsewhere.example/hook");
        }
    }

    private static Map<String, String> with(Map<String, String> variables, Sandbox sandbox) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("TELEGRAM_API_URL", sandbox.url());
        return all;
    }

    private static String call(Sandbox sandbox, String method) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(sandbox.url() + "/bot7:" + SECRET + "/" + method))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** The block of the README that follows a line with these words. */
    private static List<String> shown(String words) throws IOException {
        String section = Files.readString(Path.of("README.md")).split("## When something is wrong")[1];
        return section.substring(section.indexOf(words))
                .lines()
                .skip(1)
                .dropWhile(String::isBlank)
                .takeWhile(line -> line.startsWith("    "))
                .map(String::strip)
                .toList();
    }

    /** Without what differs from one run and one release to the next. */
    private static List<String> general(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceAll("[0-9]+", "N").replaceAll("@[A-Za-z]\\w+ ?$", "@bot"))
                .toList();
    }

    private static Ended ended(ProcessBuilder doctor) throws IOException, InterruptedException {
        Process process = doctor.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), printed.lines().toList());
    }
}
