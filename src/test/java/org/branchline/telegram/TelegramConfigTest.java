package org.branchline.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.Map;
import org.branchline.database.Settings;
import org.branchline.database.StartProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelegramConfigTest {

    @Test
    void nothingSetMeansPollingTelegramItself() {
        // When
        TelegramConfig config = config(Map.of());
        // Then
        assertThat(config.api()).isEqualTo(BotApi.TELEGRAM);
        assertThat(config.updates()).isEqualTo(TelegramConfig.Updates.POLLING);
        assertThat(config.webhook(7)).isEqualTo(URI.create("http://localhost:8080/telegram/7"));
    }

    @Test
    void theWebhookStandsBelowThePublicUrl() {
        // Given
        Map<String, String> environment =
                Map.of("PUBLIC_URL", "https://example.org/line/", "TELEGRAM_UPDATES", " Webhook ");
        // When
        TelegramConfig config = config(environment);
        // Then
        assertThat(config.webhook(7)).isEqualTo(URI.create("https://example.org/line/telegram/7"));
        assertThat(config.updates()).isEqualTo(TelegramConfig.Updates.WEBHOOK);
    }

    @ParameterizedTest
    @CsvSource({
        "TELEGRAM_UPDATES, push, polling or webhook",
        "TELEGRAM_API_URL, api.telegram.org, http or https",
        "TELEGRAM_API_URL, ftp://api, http or https",
        "PUBLIC_URL, 'http://a b', http or https",
        "TELEGRAM_WEBHOOK_SECRET, 'a b', 1 to 256"
    })
    void aWrongValueIsNamedInOneLine(String name, String value, String hint) {
        assertThatExceptionOfType(StartProblem.class)
                .isThrownBy(() -> config(Map.of(name, value)))
                .withMessageStartingWith(name)
                .withMessageContaining(hint);
    }

    private static TelegramConfig config(Map<String, String> environment) {
        return TelegramConfig.of(Settings.of(environment)::text);
    }
}
