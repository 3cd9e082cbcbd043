package org.branchline.start;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The packaged jar against a Bot API that shares no code with the sandbox, told of it by three variables: a volunteer joins
 * and answers the whole audit, by polling and by webhook.
 */
@Execution(ExecutionMode.CONCURRENT)
class PublicTelegramIT {

    private static final Map<String, String> EXPECTED = Map.ofEntries(
            entry("help_with", "Phone voters"),
            entry("called_before", "Many times"),
            entry("uk_evenings", "Most weeks"),
            entry("buddy", "Yes"),
            entry("campaign_parts", "Skipped"),
            entry("languages", "French"),
            entry("hours", "4"),
            entry("free", "It varies"),
            entry("constituency", "Leeds"),
            entry("training", "Run a branch"),
            entry("needs", "(encrypted)"));

    @BeforeAll
    static void install() throws Exception {
        // A build server has Node; whoever builds at home need not.
        Assumptions.assumeTrue(
                System.getenv("CI") != null || PublicTelegram.canRun(), "needs Node and npm for telegram-test-api");
        PublicTelegram.install();
    }

    @Test
    void the_audit_is_answered_by_polling() throws Exception {
        // Given
        int port = RunningJar.freePort();

        // When
        Map<String, String> answers = joinsAndAnswers(port, Map.of("TELEGRAM_UPDATES", "polling"));

        // Then
        assertThat(answers).isEqualTo(EXPECTED);
    }

    @Test
    void the_audit_is_answered_by_webhook() throws Exception {
        // Given
        int port = RunningJar.freePort();
        String url = "http://127.0.0.1:" + port;

        // When
        Map<String, String> answers = joinsAndAnswers(port, Map.of("TELEGRAM_UPDATES", "webhook", "PUBLIC_URL", url));

        // Then
        assertThat(answers).isEqualTo(EXPECTED);
    }

    private static Map<String, String> joinsAndAnswers(int port, Map<String, String> more) throws Exception {
        try (PublicTelegram telegram = PublicTelegram.start()) {
            Map<String, String> variables = new TreeMap<>(more);
            variables.put("TELEGRAM_API_URL", telegram.url());
            variables.put("TELEGRAM_BOT_TOKEN", PublicTelegram.TOKEN);
            try (RunningJar service = RunningJar.start(port, variables)) {
                PublicPerson ann = telegram.person(4_503_599_627_370_001L, "Ann");
                try {
                    joins(ann);
                    answersTheAudit(ann);
                } catch (ConditionTimeoutException e) {
                    throw new AssertionError(ann.chat() + "\n" + service.log(), e);
                }
                return answers(service);
            }
        }
    }

    private static void joins(PublicPerson ann) {
        ann.types("/start");
        ann.presses("Hello Ann!", "Go on");
        ann.presses("May I keep", "I agree");
        ann.answers("Where do you belong?", "Tokyo");
        ann.presses("All right?", "Yes");
        ann.presses("Good to have you, Ann.", "Start");
    }

    private static void answersTheAudit(PublicPerson ann) {
        ann.presses("What would you like to do?", "Phone voters");
        ann.presses("What would you like to do?", "Done (1)");
        ann.presses("Have you phoned voters before?", "Many times");
        ann.presses("Could you join in?", "Most weeks");
        ann.answers("Would you sit beside someone new", "yes");
        ann.presses("Which part of the campaign", "Skip");
        ann.presses("Which languages", "French");
        ann.presses("Which languages", "Done (1)");
        ann.answers("how many hours a month", "4");
        ann.presses("When are you usually free?", "It varies");
        ann.answers("Which UK constituency", "Leeds");
        ann.presses("What would you like to learn?", "Run a branch");
        ann.presses("What would you like to learn?", "Done (1)");
        ann.presses("make it easier", "Skip");
        ann.presses("This is what you told me:", "That's right");
        ann.awaits("Thank you, Ann.");
    }

    private static Map<String, String> answers(RunningJar service) throws Exception {
        Map<String, String> answers = new TreeMap<>();
        try (Connection connection = service.postgres();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select question, answer_text from answer_export where playbook = 'skills-audit'")) {
            while (row.next()) {
                answers.put(row.getString(1), row.getString(2));
            }
        }
        return answers;
    }
}
