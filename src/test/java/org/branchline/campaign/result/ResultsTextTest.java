package org.branchline.campaign.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.branchline.conversation.Answer;
import org.branchline.conversation.playbook.Kind;
import org.branchline.conversation.playbook.Option;
import org.branchline.conversation.playbook.Question;
import org.branchline.conversation.playbook.Sensitivity;
import org.branchline.conversation.playbook.Texts;
import org.junit.jupiter.api.Test;

class ResultsTextTest {

    @Test
    void who_came_how_far_and_what_they_said() {
        // Given
        List<Question> questions = List.of(
                question(
                        "help",
                        "To do",
                        new Kind.Several(
                                List.of(option("calls", "Phone voters"), option("posts", "Write")), 1, 2, true)),
                question("buddy", "Buddy", new Kind.YesNo()),
                question(
                        "hours",
                        "Hours a month",
                        new Kind.Figure(BigDecimal.ZERO, BigDecimal.TEN, 0, Texts.of("en", "hours"))),
                question("where", "Where", new Kind.ShortText()),
                question("needs", "Easier with", new Kind.LongText()).withSensitivity(Sensitivity.SPECIAL));
        Map<String, Tally> tallies = new HashMap<>();
        questions.forEach(question -> tallies.put(question.id(), new Tally(Set.of("calls", "posts", "yes", "no"))));
        tallies.get("help").add(new Answer.Chosen(List.of("calls"), null), 3);
        tallies.get("help").add(new Answer.Chosen(List.of("posts"), "sing"), 1);
        tallies.get("buddy").add(new Answer.Chosen(List.of("yes"), null), 2);
        tallies.get("hours").add(new Answer.Figure(new BigDecimal(3)), 1);
        tallies.get("where").addUnread(4);
        tallies.get("needs").addUnread(2);

        // When
        List<String> messages =
                new ResultsText("en").of("Skills audit", questions, new Counts(38, 20, 12, 140), tallies);

        // Then
        assertThat(messages).containsExactly("""
                Skills audit
                38 of 140 joined, 20 started, 12 finished.

                To do (4)
                ███████▌ 75 % Phone voters (3)
                ██▌ 25 % Write (1)
                ██▌ 25 % Something else (1)

                Buddy (2)
                ██████████ 100 % Yes (2)
                0 % No (0)

                Hours a month (1)
                Half say 3 hours or more.

                Where (4)

                Easier with (2) (encrypted, only counted)""");
    }

    @Test
    void long_results_are_several_messages_and_no_question_is_torn_apart() {
        // Given
        List<Question> questions = java.util.stream.IntStream.range(0, 50)
                .mapToObj(i -> question("q" + i, "Question " + "x".repeat(190) + i, new Kind.YesNo()))
                .toList();
        Map<String, Tally> tallies = new HashMap<>();
        questions.forEach(question -> {
            Tally tally = new Tally(Set.of("yes", "no"));
            tally.add(new Answer.Chosen(List.of("yes"), null), 1);
            tallies.put(question.id(), tally);
        });

        // When
        List<String> messages = new ResultsText("en").of("Title", questions, new Counts(1, 1, 1, 0), tallies);

        // Then: Telegram's limit.
        assertThat(messages).hasSizeGreaterThan(2).allMatch(message -> message.length() <= 4_096);
        assertThat(messages).allMatch(message -> message.endsWith("% No (0)"));
    }

    @Test
    void a_question_nobody_answered_is_one_line() {
        // Given
        List<Question> questions = List.of(question("buddy", "Buddy", new Kind.YesNo()));
        Map<String, Tally> tallies = Map.of("buddy", new Tally(Set.of("yes", "no")));

        // When
        List<String> messages = new ResultsText("en").of("Audit", questions, new Counts(2, 1, 0, 0), tallies);

        // Then
        assertThat(messages).singleElement().asString().endsWith("\n\nBuddy (0)");
    }

    private static Question question(String id, String label, Kind kind) {
        return Question.of(id, kind, Texts.of("en", label));
    }

    private static Option option(String id, String label) {
        return new Option(id, Texts.of("en", label));
    }
}
