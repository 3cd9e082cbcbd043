package org.branchline.start.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.branchline.database.Settings;
import org.branchline.database.StartProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariableTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TELEGRAM_API_URL | api.telegram.org | is not an http or https address",
                "TELEGRAM_UPDATES | push | it takes polling or webhook",
                "TELEGRAM_WEBHOOK_SECRET | päss | takes 1 to 256 characters",
                "PUBLIC_URL | bot.example.org | is not an http or https address",
                "HTTP_PORT | 80a | HTTP_PORT is \"80a\"; it takes a port",
                "HTTP_PORT | 65536 | it takes a port",
                "LOG_LEVEL | LOUD | LOG_LEVEL is \"LOUD\"; it takes ERROR, WARN, INFO",
                "DATABASE_URL | mysql://a:secret@b/c | it does not begin with postgresql://",
                "DATA_KEY | c2hvcnQ= | is not 32 bytes in base64 or hexadecimal",
                "COORDINATOR_TELEGRAM_IDS | @ann | takes numbers of people, separated by commas",
                "SEND_RATE | fast | SEND_RATE is \"fast\"; it takes messages a second, a number from 0 to 1000",
                "SEND_RATE | 1001 | a number from 0 to 1000",
                "CHAT_RATE | -1 | a number from 0 to 1000",
                "LEASE_SECONDS | 4 | give a lease at least 5 seconds",
                "LEASE_SECONDS | soon | it takes a whole number of seconds",
                "SCHEMA_WAIT_SECONDS | a while | it takes seconds from 0 to 9999"
            })
    void a_value_that_cannot_be_used_is_a_line_that_says_what_it_takes(String name, String value, String line) {
        // Given
        Map<String, String> values = new HashMap<>(Map.of("DATA_KEY", "11".repeat(32)));
        values.put(name, value);
        Settings settings = Settings.of(values);

        // When
        List<StartProblem> problems = Variable.problems(settings);

        // Then
        assertThat(problems)
                .singleElement()
                .extracting(StartProblem::line)
                .asString()
                .contains(line);
        assertThat(problems.get(0).line()).doesNotContain("secret", "c2hvcnQ=");
        assertThatThrownBy(() -> Variable.check(settings))
                .hasMessage(problems.get(0).line());
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP_PORT, 0",
        "LOG_LEVEL, debug",
        "COORDINATOR_TELEGRAM_IDS, '11111111, 22222222'",
        "SEND_RATE, 0.5",
        "CHAT_RATE, 0",
        "LEASE_SECONDS, 5",
        "LEASE_SECONDS, 30s",
        "SCHEMA_WAIT_SECONDS, 600"
    })
    void a_value_that_the_service_takes_is_no_problem(String name, String value) {
        // Then
        assertThat(Variable.problems(Settings.of(Map.of(name, value)))).isEmpty();
    }

    @Test
    void every_mistake_is_told_not_only_the_first() {
        // When
        List<StartProblem> problems =
                Variable.problems(Settings.of(Map.of("SEND_RATE", "x", "LOG_LEVEL", "x", "API_KEY_FILE", "/no/such")));

        // Then
        assertThat(problems)
                .extracting(problem -> problem.line().split(" ", 2)[0])
                .containsExactly("LOG_LEVEL", "API_KEY_FILE", "SEND_RATE");
    }

    @ParameterizedTest
    @CsvSource({
        "http://bot.example.org, , true",
        "https://bot.example.org, , false",
        "https://bot.example.org:8443, , false",
        "https://bot.example.org:9443, , true",
        "http://bot.example.org, http://botapi:8081, false"
    })
    void a_webhook_that_telegram_cannot_call_is_told_before_it_is_tried(String url, String api, boolean told) {
        // When
        List<StartProblem> problems = Variable.problems(Settings.of(
                Map.of("TELEGRAM_UPDATES", "webhook", "PUBLIC_URL", url, "TELEGRAM_API_URL", api == null ? "" : api)));

        // Then
        assertThat(problems.stream().anyMatch(problem -> problem.line().contains("Telegram cannot call " + url)))
                .isEqualTo(told);
    }

    @Test
    void the_readme_has_the_names_there_are() throws IOException {
        // Given
        Stream<String> rows = Files.readString(Path.of("README.md"))
                .split("## Configuration")[1]
                .split("###")[0]
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|")[1]);

        // When
        List<String> named = rows.flatMap(
                        cell -> Pattern.compile("`([A-Z_]+)`").matcher(cell).results())
                .map(name -> name.group(1))
                .toList();

        // Then
        assertThat(named)
                .isNotEmpty()
                .isSubsetOf(Stream.of(Variable.values()).map(Enum::name).toList());
    }
}
