package org.branchline.ops.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenBotsTest {

    private final OpenBots bots = new OpenBots();

    @BeforeEach
    void waitForTwo() {
        bots.await(77);
        bots.await(78);
    }

    @Test
    void one_bot_that_is_not_open_yet_keeps_the_service_from_being_ready() {
        // Given
        bots.opened(77);

        // When
        HealthCheckResponse response = bots.call();

        // Then
        assertThat(response.getStatus()).isEqualTo(Status.DOWN);
        assertThat(response.getData().orElseThrow())
                .containsEntry("bot 77", "is open")
                .hasEntrySatisfying("bot 78", said -> assertThat(said)
                        .asString()
                        .startsWith("is not open yet: Telegram has not said who it is"));
    }

    @Test
    void a_bot_whose_token_is_accepted_waits_for_its_webhook_or_polling() {
        // When
        bots.known(77);

        // Then
        assertThat(bots.call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(bots.call().getData().orElseThrow())
                .hasEntrySatisfying(
                        "bot 77", said -> assertThat(said).asString().contains("Telegram knows its token"));
    }

    @Test
    void all_open_is_ready_and_stays_so_whatever_happens_to_a_bot_later() {
        // Given
        bots.opened(77);
        bots.opened(78);

        // When
        bots.failed(78);

        // Then
        assertThat(bots.call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_bot_that_will_not_open_is_named() {
        // When
        bots.failed(77);

        // Then
        assertThat(bots.call().getData().orElseThrow())
                .hasEntrySatisfying(
                        "bot 77", said -> assertThat(said).asString().startsWith("receives nothing: the log says why"));
    }
}
