package org.branchline.start.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearMissesTest {

    @ParameterizedTest
    @CsvSource({
        "TELEGRAM_TOKEN, TELEGRAM_BOT_TOKEN",
        "BOT_TOKEN, TELEGRAM_BOT_TOKEN",
        "TELEGRAM_BOT_TOKNE, TELEGRAM_BOT_TOKEN",
        "DATABSE_URL, DATABASE_URL",
        "DATABASE_URI, DATABASE_URL",
        "DATABSE_URL_FILE, DATABASE_URL_FILE",
        "LOGLEVEL, LOG_LEVEL",
        "PUBLIC_URI, PUBLIC_URL",
        "DATADIR, DATA_DIR",
        "API_KEYS, API_KEY"
    })
    void a_name_that_looks_like_ours_and_means_nothing_is_told(String name, String right) {
        // When
        List<String> told = NearMisses.in(List.of(name), Set.of());

        // Then
        assertThat(told).containsExactly(name + " is not known: did you mean " + right + "?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TELEGRAM_BOT_TOKEN",
                "DATA_KEY_FILE",
                "PATH",
                "HOME",
                "PORT",
                "LANG",
                "TERM",
                "DATABASE_HOST",
                "BRANCHLINE_SERVICE_HOST",
                "BRANCHLINE_PORT_8080_TCP",
                "KUBERNETES_SERVICE_PORT",
                "JAVA_HOME",
                "TOKEN",
                "AWS_SECRET_KEY",
                "LS_COLORS",
                "PUBLIC_KEY"
            })
    void what_others_set_and_what_we_know_is_left_alone(String name) {
        // Then
        assertThat(NearMisses.in(List.of(name), Set.of())).isEmpty();
    }

    @Test
    void an_organisations_own_token_is_known() {
        // Given
        List<String> names = List.of("TELEGRAM_BOT_TOKEN2");

        // Then
        assertThat(NearMisses.in(names, Set.of())).hasSize(1);
        assertThat(NearMisses.in(names, Set.of("TELEGRAM_BOT_TOKEN2"))).isEmpty();
    }
}
