package org.branchline.start.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.branchline.database.Settings;
import org.branchline.sandbox.Sandbox;
import org.branchline.sandbox.SandboxOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayedTest {

    private static final Map<String, String> REAL = Map.of("TELEGRAM_BOT_TOKEN", "123456:real");

    @TempDir
    Path data;

    @Test
    void a_real_bot_does_not_start_where_somebody_was_played() throws Exception {
        // Given
        try (Sandbox sandbox = sandbox()) {
            HttpResponse<String> made = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(sandbox.url() + "/sandbox/people"))
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString("{\"first_name\":\"Ann\"}"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(made.statusCode()).isEqualTo(201);
        }

        // Then
        assertThat(Played.refusal(settings(REAL))).hasValueSatisfying(problem -> assertThat(problem.line())
                .contains("DATA_DIR " + data, "sandbox", "move it away"));
        assertThat(Played.refusal(settings(Map.of()))).isEmpty();
    }

    @Test
    void where_the_sandbox_only_ran_and_nobody_was_played_a_real_bot_starts() {
        // Given
        sandbox().close();

        // Then
        assertThat(Played.refusal(settings(REAL))).isEmpty();
    }

    @Test
    void whoever_cannot_be_read_was_there() throws IOException {
        // Given
        Files.createDirectories(Played.folder(settings(Map.of())).resolve("journal.jsonl"));

        // Then
        assertThat(Played.refusal(settings(Map.of("TELEGRAM_API_URL", "https://api.telegram.org"))))
                .isPresent();
        assertThat(Played.refusal(settings(Map.of("DATABASE_URL", "postgresql://a:b@c/d"))))
                .isEmpty();
    }

    private Sandbox sandbox() {
        return Sandbox.start(SandboxOptions.inMemory().keepingIn(Played.folder(settings(Map.of()))));
    }

    private Settings settings(Map<String, String> given) {
        Map<String, String> all = new HashMap<>(given);
        all.put("DATA_DIR", data.toString());
        return Settings.of(all);
    }
}
