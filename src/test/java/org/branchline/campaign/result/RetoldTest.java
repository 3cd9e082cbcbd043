package org.branchline.campaign.result;

import static org.assertj.core.api.Assertions.assertThat;

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

class RetoldTest {

    private static final Question HELP = question(
            "help",
            new Kind.Several(
                    List.of(option("calls"), option("posts"), option("visit"), option("leaflets")), 1, 3, true));
    private static final Question BUDDY = question("buddy", new Kind.YesNo());

    private final Map<String, Tally> tallies = new HashMap<>();

    private static Question question(String id, Kind kind) {
        return Question.of(id, kind, Texts.of("en", id.toUpperCase(java.util.Locale.ROOT) + ", {name}? {captain}"));
    }

    private static Option option(String id) {
        return new Option(id, Texts.of("en", id));
    }

    private void said(Question question, int times, String... options) {
        tallies.computeIfAbsent(
                        question.id(), fresh -> new Tally(Set.of("calls", "posts", "visit", "leaflets", "yes", "no")))
                .add(new Answer.Chosen(List.of(options), null), times);
    }

    private Retold retold(Question... questions) {
        return Retold.of(List.of(questions), tallies);
    }

    @Test
    void the_three_most_frequent_answers_are_told() {
        // Given
        said(HELP, 100, "calls", "posts");
        said(HELP, 60, "posts", "visit");
        said(HELP, 52, "leaflets", "visit");

        // When
        String told = retold(HELP).in("en", "Skills audit");

        // Then
        assertThat(told).isEqualTo("""
                What 212 of us said: Skills audit

                HELP, {name}? …
                · posts: 75 %
                · visit: 53 %
                · calls: 47 %

                Thank you to everybody who answered.""");
    }

    @Test
    void a_question_that_few_answered_is_left_out_and_so_is_what_few_said() {
        // Given
        said(HELP, 19, "calls");
        said(BUDDY, 20, "yes");
        said(BUDDY, 12, "no");

        // When
        Retold retold = retold(HELP, BUDDY);

        // Then
        assertThat(retold.people()).isEqualTo(32);
        assertThat(retold.in("en", "T")).doesNotContain("HELP").contains("Yes: 63 %", "No: 38 %");
    }

    @Test
    void what_nine_said_is_not_told_and_cannot_be_reckoned_from_the_rest() {
        // Given
        said(BUDDY, 200, "yes");
        said(BUDDY, 9, "no");

        // When
        Retold retold = retold(BUDDY);

        // Then
        assertThat(retold.nothing()).isTrue();
    }

    @Test
    void of_several_answers_each_counts_alone() {
        // Given
        said(HELP, 30, "calls");
        said(HELP, 9, "posts");

        // When
        String told = retold(HELP).in("en", "T");

        // Then
        assertThat(told).contains("calls: 77 %").doesNotContain("posts");
    }

    @Test
    void special_and_confidential_questions_are_never_told() {
        // Given
        said(HELP, 500, "calls");
        said(BUDDY, 500, "yes");

        // When
        Retold retold =
                retold(HELP.withSensitivity(Sensitivity.SPECIAL), BUDDY.withSensitivity(Sensitivity.CONFIDENTIAL));

        // Then
        assertThat(retold.nothing()).isTrue();
    }
}
