package org.branchline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    Path folder;

    @Test
    void a_file_gives_the_value_without_its_line_end() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("key"), "abc\n");

        // When
        Settings settings = Settings.of(Map.of("API_KEY_FILE", file.toString()));

        // Then
        assertThat(settings.text("API_KEY")).contains("abc");
    }

    @Test
    void value_and_file_together_are_refused() {
        assertThatThrownBy(() ->
                        Settings.of(Map.of("API_KEY", "a", "API_KEY_FILE", "b")).text("API_KEY"))
                .isInstanceOf(StartProblem.class)
                .hasMessage("Both API_KEY and API_KEY_FILE are set: keep one of them.");
    }

    @Test
    void empty_counts_as_unset() {
        assertThat(Settings.of(Map.of("API_KEY", " ")).text("API_KEY")).isEmpty();
    }

    @Test
    void a_given_database_needs_a_given_key() {
        assertThatThrownBy(() -> DataKey.of(Settings.of(Map.of("DATABASE_URL", "postgresql://a:b@c/d"))))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("DATA_KEY is not");
    }

    @Test
    void a_key_is_32_bytes_in_either_writing() {
        // Given
        byte[] bytes = new byte[32];
        String hexadecimal = "00".repeat(32);

        // When
        DataKey key = DataKey.parse(Base64.getEncoder().encodeToString(bytes));

        // Then
        assertThat(key.derive("a")).isEqualTo(DataKey.parse(hexadecimal).derive("a"));
        assertThat(key.derive("a")).isNotEqualTo(key.derive("b")).hasSize(32);
        assertThatThrownBy(() -> DataKey.parse("c2hvcnQ=")).isInstanceOf(StartProblem.class);
    }

    @Test
    void a_made_key_is_kept_for_its_owner_only() throws IOException {
        // Given
        Settings settings = Settings.of(Map.of("DATA_DIR", folder.toString()));

        // When
        byte[] first = DataKey.of(settings).check();

        // Then
        assertThat(DataKey.of(settings).check()).isEqualTo(first);
        assertThat(Files.getPosixFilePermissions(folder.resolve("data.key"))).hasSize(2);
    }
}
