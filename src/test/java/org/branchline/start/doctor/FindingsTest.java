package org.branchline.start.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.branchline.database.Settings;
import org.branchline.database.StartProblem;
import org.branchline.database.ground.Schema;
import org.branchline.database.ground.Survey;
import org.branchline.telegram.Reply;
import org.branchline.telegram.TelegramConfig;
import org.branchline.telegram.asking.Identity;
import org.branchline.telegram.asking.Registered;
import org.branchline.workspace.Inspection;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found, as lines. */
class FindingsTest {

    private static final Schema CURRENT = new Schema(32, 32, 0, Optional.empty());
    private static final Survey.Key FITS = new Survey.Key(true, true, Optional.empty());
    private static final Survey.Login PLAIN =
            new Survey.Login("db:5432/branchline", "branchline", "18.6", false, false, true, 97);

    private static List<String> lines(List<Finding> findings) {
        return findings.stream().map(Finding::toString).toList();
    }

    @Nested
    class OfTheDatabase {

        @Test
        void one_that_is_well_is_named_with_who_connects() {
            // Then
            assertThat(lines(found(PLAIN, CURRENT, FITS)))
                    .containsExactly(
                            "ok   database       Postgres 18.6 at db:5432/branchline, as branchline, who owns nothing",
                            "ok   schema         32 of 32 migrations, as this program brings them",
                            "ok   key            it is the one this database was encrypted with");
        }

        @Test
        void an_owner_steps_down_and_migrates_by_itself() {
            // Given
            Survey.Login owner = new Survey.Login("db:5432/b", "owner", "14.1", true, true, true, 97);

            // Then
            assertThat(lines(found(owner, new Schema(30, 32, 0, Optional.empty()), FITS)))
                    .contains(
                            "ok   database       Postgres 14.1 at db:5432/b, as owner, the owner, who steps down to"
                                    + " branchline_service",
                            "warn schema         30 of 32 migrations: the next start brings it up to date.");
        }

        @Test
        void an_older_program_and_an_edited_migration_are_told_apart() {
            // Then
            assertThat(lines(found(PLAIN, new Schema(32, 32, 2, Optional.empty()), FITS))
                            .get(1))
                    .startsWith(
                            "warn schema         32 of 32 migrations and 2 of a newer release: this program is older");
            assertThat(lines(found(PLAIN, new Schema(0, 32, 0, Optional.of("V3__x.sql")), FITS))
                            .get(1))
                    .startsWith("FAIL schema         V3__x.sql was applied to db:5432/branchline with another text");
        }

        @Test
        void what_the_start_refuses_fails() {
            // Given
            Survey survey = new Survey.Awake(
                    PLAIN, CURRENT, FITS, Duration.ZERO, List.of(new StartProblem("root is a superuser: …")));

            // Then
            assertThat(lines(Database.findings(survey))).contains("FAIL database       root is a superuser: …");
            assertThat(lines(Database.findings(new Survey.Refused(new StartProblem("gone")))))
                    .containsExactly("FAIL database       gone");
        }

        @Test
        void a_network_in_the_clear_and_few_connections_are_worth_knowing() {
            // Given
            Survey.Login login = new Survey.Login("db:5432/b", "b", "18.6", false, false, false, 16);

            // Then
            assertThat(lines(found(login, CURRENT, FITS)))
                    .anyMatch(line -> line.startsWith("warn database") && line.contains("sslmode=verify-full"))
                    .anyMatch(line -> line.startsWith("warn database") && line.contains("takes up to 17: raise"));
        }

        @Test
        void a_key_that_is_missing_or_another_fails() {
            // Given
            Survey.Key lost = new Survey.Key(true, false, Optional.empty());
            Survey.Key other = new Survey.Key(true, true, Optional.of(new StartProblem("not the one")));
            Survey.Key fresh = new Survey.Key(false, true, Optional.empty());

            // Then
            assertThat(lines(found(PLAIN, CURRENT, lost)).get(2))
                    .startsWith("FAIL key            there is none to read");
            assertThat(lines(found(PLAIN, CURRENT, other)).get(2)).isEqualTo("FAIL key            not the one");
            assertThat(lines(found(PLAIN, CURRENT, fresh)).get(2))
                    .startsWith("ok   key            the database has met");
        }

        @Test
        void an_embedded_one_that_sleeps_is_left_to_the_service() {
            // Then
            assertThat(lines(Database.findings(new Survey.Asleep("/data", true, List.of()))))
                    .containsExactly(
                            "ok   database       embedded, in /data, not running: it starts with the service, and"
                                    + " is looked at closer then");
            assertThat(lines(Database.findings(
                            new Survey.Asleep("/data", false, List.of(new StartProblem("no rights"))))))
                    .containsExactly("FAIL database       no rights");
        }

        private List<Finding> found(Survey.Login login, Schema schema, Survey.Key key) {
            return Database.findings(new Survey.Awake(login, schema, key, Duration.ZERO, List.of()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PT4.9S | ok   | within 5 s of Postgres",
                "PT-5S | ok   | within 5 s of Postgres",
                "PT6S | warn | this machine is 6 s ahead of Postgres: set up NTP",
                "PT-60S | warn | this machine is 60 s behind Postgres",
                "PT61S | FAIL | this machine is 61 s ahead of Postgres",
                "PT-5M | FAIL | this machine is 5 min behind Postgres",
                "P1D | FAIL | this machine is 24 h ahead of Postgres"
            })
    void clocks_that_disagree_are_worth_knowing_and_fail_when_far_apart(Duration by, String verdict, String said) {
        // Then
        assertThat(lines(Clocks.findings(Map.of("Postgres", by))))
                .singleElement()
                .asString()
                .startsWith(verdict + (verdict.equals("ok") ? "   " : " ") + "clock          " + said);
    }

    @Test
    void a_clock_that_nobody_was_asked_about_is_no_line_and_each_that_is_off_is_one() {
        // Given
        Map<String, Duration> both = new LinkedHashMap<>();
        both.put("Postgres", Duration.ofSeconds(90));
        both.put("the Bot API", Duration.ofSeconds(1));

        // Then
        assertThat(Clocks.findings(Map.of())).isEmpty();
        assertThat(lines(Clocks.findings(both))).singleElement().asString().startsWith("FAIL clock");
        both.put("Postgres", Duration.ZERO);
        assertThat(lines(Clocks.findings(both)))
                .containsExactly("ok   clock          within 5 s of Postgres and the Bot API");
    }

    @Nested
    class OfTheBot {

        private static final URI API = URI.create("https://api.telegram.org");
        private static final Instant NOW = Instant.parse("2027-03-01T18:00:00Z");
        private static final String OURS = "https://bot.example.org/telegram/7";

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "'' | 0 |  | true | ok   polling        no webhook is in the way; 0 updates wait at Telegram",
                    "https://other.example/secret | 3 | | true | FAIL polling        Telegram delivers to a webhook at other.example,"
                })
        void polling_wants_no_webhook(String url, int waiting, Integer ago, boolean runs, String line) {
            // Then
            assertThat(updates("polling", url, waiting, ago, runs))
                    .startsWith(line)
                    .doesNotContain("secret");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "https://bot.example.org/telegram/7 | 2 | | true | ok   webhook        https://bot.example.org/telegram/7; 2",
                    "'' | 0 | | false | warn webhook        none is set; the service sets it to https://bot.example.org/telegram/7",
                    "'' | 0 | | true | FAIL webhook        none is set",
                    "https://other.example/secret | 0 | | true | FAIL webhook        Telegram delivers to another address, at other.example",
                    "https://bot.example.org/telegram/7 | 5 | 3 | true | FAIL webhook        https://bot.example.org/telegram/7; 5 updates wait at Telegram; last trouble 3 min ago: Connection refused. Telegram must reach",
                    "https://bot.example.org/telegram/7 | 0 | 3 | true | warn webhook ",
                    "https://bot.example.org/telegram/7 | 5 | 30 | true | warn webhook ",
                    "https://bot.example.org/telegram/7 | 0 | 61 | true | ok   webhook "
                })
        void a_webhook_is_ours_and_reached(String url, int waiting, Integer ago, boolean runs, String line) {
            // Then
            assertThat(updates("webhook", url, waiting, ago, runs))
                    .startsWith(line)
                    .doesNotContain("secret");
        }

        @Test
        void a_refused_token_is_told_from_a_bot_api_that_is_away_or_none() {
            // Given
            Reply.Denied refused = new Reply.Denied(401, "Unauthorized", null, null);
            Reply.Denied busy = new Reply.Denied(502, "Bad Gateway", null, null);

            // Then
            assertThat(token(refused))
                    .isEqualTo("FAIL token          TELEGRAM_BOT_TOKEN: Telegram does not know the token of bot 7 (401"
                            + " Unauthorized): send /token to @BotFather, and put what it shows in its place.");
            assertThat(token(new Reply.NotSent("UnknownHostException")))
                    .startsWith("FAIL token          TELEGRAM_BOT_TOKEN: api.telegram.org cannot be reached"
                            + " (UnknownHostException): check the network");
            assertThat(token(new Reply.Unclear("HTTP 200 with 9 bytes that are not the Bot API's")))
                    .contains("api.telegram.org does not answer as a Bot API does (HTTP 200 with 9 bytes");
            assertThat(token(busy)).contains("does not answer as a Bot API does (502 Bad Gateway)");
        }

        private String token(Reply reply) {
            return Messenger.token("TELEGRAM_BOT_TOKEN", Identity.of(7, reply), API)
                    .toString();
        }

        private String updates(String mode, String url, int waiting, Integer minutesAgo, boolean runs) {
            TelegramConfig config = TelegramConfig.of(
                    Settings.of(Map.of("TELEGRAM_UPDATES", mode, "PUBLIC_URL", "https://bot.example.org/"))::text);
            Optional<Registered.Trouble> trouble = Optional.ofNullable(minutesAgo)
                    .map(ago -> new Registered.Trouble(NOW.minus(Duration.ofMinutes(ago)), "Connection refused"));
            return Messenger.updates(config, 7, new Registered(url, waiting, trouble), NOW, runs)
                    .get(0)
                    .toString();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'status':'UP','checks':[]} | true | ok   service        runs at port 8080 and is ready",
                "{'status':'DOWN','checks':[{'name':'A','status':'UP'},{'name':'Bots are open','status':'DOWN','data':{'bot 7':'is not open yet'}}]}"
                        + " | true | FAIL service        runs at port 8080 and is not ready: Bots are open (bot 7 is not open yet). Its log says why.",
                "<html>hello</html> | false | FAIL service        Port 8080 is in use by another program: stop that, or set HTTP_PORT",
                "[] | false | FAIL service        Port 8080 is in use by another program"
            })
    void what_answers_at_the_port_is_the_service_ready_or_not_or_somebody_else(String body, boolean here, String line) {
        // When
        Running running = Running.answered("8080", body.replace('\'', '"'));

        // Then
        assertThat(running.here()).isEqualTo(here);
        assertThat(running.finding().toString()).startsWith(line);
    }

    @Test
    void the_configuration_names_what_is_set_and_never_a_value() {
        // Given
        Map<String, String> values = new HashMap<>(Map.of("TELEGRAM_BOT_TOKEN", "1:secret", "SEND_RATE", "20"));

        // Then
        assertThat(configured(values)).containsExactly("ok   configuration  TELEGRAM_BOT_TOKEN, SEND_RATE");
        values.put("DATABSE_URL", "postgresql://a:secret@b/c");
        values.put("TELEGRAM_WEBHOOK_SECRET", "secret");
        values.put("SEND_RATE", "0");
        assertThat(configured(values))
                .noneMatch(line -> line.contains("=secret") || line.contains(":secret"))
                .containsExactly(
                        "warn configuration  DATABSE_URL is not known: did you mean DATABASE_URL?",
                        "warn configuration  TELEGRAM_WEBHOOK_SECRET is set and TELEGRAM_UPDATES is polling, which needs"
                                + " none: leave one of them out.",
                        "warn configuration  SEND_RATE is faster than the 30 a second that Telegram allows for free: it"
                                + " will ask for silences.");
        values.put("LOG_LEVEL", "LOUD");
        assertThat(configured(values)).first().asString().startsWith("FAIL configuration  LOG_LEVEL is \"LOUD\"");
    }

    @Test
    void secrets_that_others_can_read_are_told(@TempDir Path folder) throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("data.key"), "11".repeat(32));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        // Then
        assertThat(configured(Map.of("DATA_DIR", folder.toString())))
                .containsExactly("warn configuration  Others on this machine can read secrets in " + folder
                        + ": run chmod 600 there for data.key.");
    }

    @Test
    void each_problem_of_a_workspace_has_its_file_and_line_and_a_flood_is_cut(@TempDir Path folder) throws IOException {
        // Given
        Files.writeString(folder.resolve("organisation.yaml"), "organisation: x\n" + "nonsense: 1\n".repeat(12));

        // When
        List<String> lines = lines(Workplace.findings("mine", Inspection.of(folder)));

        // Then
        assertThat(lines.get(0)).startsWith("FAIL workspace      organisation.yaml:");
        assertThat(lines).hasSizeLessThanOrEqualTo(9);
        assertThat(lines(Workplace.findings("the bundled one", Inspection.ofInstallation(Optional.empty()))))
                .singleElement()
                .asString()
                .matches("ok   workspace      the bundled one, \\d+ playbooks, \\d+ dialogues: no problems");
    }

    private static List<String> configured(Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.putIfAbsent("DATA_DIR", "/no/such/folder");
        return lines(Configured.findings(Settings.of(all), Set.of("TELEGRAM_BOT_TOKEN"))).stream()
                .map(line -> line.replace(", DATA_DIR", "").replace("DATA_DIR, ", ""))
                .toList();
    }
}
