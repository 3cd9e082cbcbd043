package org.branchline.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.branchline.database.Settings;
import org.branchline.database.StartProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BotTokenTest {

    @Test
    void itPrintsAsTheBotsNumber() {
        // Given
        BotToken token = BotToken.of(" 123456:CANARY-secret_1\n").orElseThrow();
        // When
        String printed = token.toString();
        // Then
        assertThat(printed).isEqualTo("bot 123456");
        assertThat(token.scrub("POST /bot123456:CANARY-secret_1/getMe failed"))
                .doesNotContain("CANARY")
                .contains("getMe failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "123456", "123456:", ":abc", "0:abcdef", "a:bcdef", "12:ab cd", "1:ab/../getMe", "-1:abc"})
    void whatIsNoTokenIsRefused(String text) {
        assertThat(BotToken.of(text)).isEmpty();
    }

    @Test
    void aMalformedTokenIsOneLineWithoutTheToken() {
        // Given
        Map<String, String> environment = Map.of("TELEGRAM_BOT_TOKEN", "123:\"CANARY\"");
        // When
        var read = assertThatExceptionOfType(StartProblem.class)
                .isThrownBy(() -> new Bots(of(environment)).introduce("TELEGRAM_BOT_TOKEN"));
        // Then
        read.withMessageStartingWith("TELEGRAM_BOT_TOKEN is not a bot token")
                .withMessageNotContaining("CANARY")
                .withMessageNotContaining("\n");
    }

    @Test
    void aFileMayHoldIt(@TempDir Path folder) throws Exception {
        // Given
        Path file = Files.writeString(folder.resolve("token"), "123456:abcdef\n");
        Bots bots = new Bots(of(Map.of("TOKYO_TOKEN_FILE", file.toString())));
        // When
        Optional<Long> bot = bots.introduce("TOKYO_TOKEN");
        // Then
        assertThat(bot).contains(123456L);
        assertThat(bots.find(123456)).isPresent();
    }

    private static Function<String, Optional<String>> of(Map<String, String> environment) {
        return Settings.of(environment)::text;
    }
}
