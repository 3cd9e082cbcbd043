package org.branchline.start;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChatMenusIT {

    @Test
    void the_menu_speaks_the_language_of_whoever_opens_it() {
        // When
        await().untilAsserted(() -> assertThat(menu("da")).isNotEmpty());

        // Then
        assertThat(menu("da"))
                .containsExactly(
                        "Hvad der er åbent for mig", "Mine oplysninger", "Hvad jeg kan her", "Ikke flere beskeder");
        assertThat(menu("en"))
                .containsExactly("What is open for me", "My details", "What I can do here", "No more messages");
    }

    private static List<String> menu(String language) {
        return given().queryParam("language_code", language)
                .queryParam("scope", "{\"type\":\"all_private_chats\"}")
                .get(System.getProperty("TELEGRAM_API_URL") + "/bot" + System.getProperty("TELEGRAM_BOT_TOKEN")
                        + "/getMyCommands")
                .jsonPath()
                .getList("result.description");
    }
}
