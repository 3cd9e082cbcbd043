package org.branchline.conversation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.conversation.engine.SkillsAudit.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.branchline.conversation.Places;
import org.branchline.conversation.Words;
import org.branchline.conversation.playbook.Kind;
import org.branchline.conversation.playbook.Option;
import org.branchline.conversation.playbook.Playbook;
import org.branchline.conversation.playbook.Question;
import org.junit.jupiter.api.Test;

class ReadOutTest {

    private final Cards cards = new Cards("Labour International", Words.PLAIN, Places.NOWHERE);

    @Test
    void a_short_script_is_one_page_that_ends_with_its_thanks() {
        // When
        List<String> pages = cards.script(
                SkillsAudit.playbook(
                        note("hello", "Hello, this is {name} for {organisation}."),
                        Question.of("vote", new Kind.YesNo(), texts("Will you vote?", "Stemmer du?"))),
                Talk.ANN,
                Talk.NOW);

        // Then
        assertThat(pages).containsExactly("""
                Skills audit

                Hello, this is Ann for Labour International.

                Will you vote?
                · Yes
                · No

                Thank you, Ann. We will only ask you about what you ticked.""");
    }

    @Test
    void a_long_script_is_paged_between_its_texts_and_loses_nothing() {
        // Given
        Playbook playbook = SkillsAudit.playbook(IntStream.range(0, 9)
                .mapToObj(i -> Question.of("question" + i, new Kind.LongText(), texts(longer(i), longer(i))))
                .toArray(Question[]::new));

        // When
        List<String> pages = cards.script(playbook, Talk.ANN, Talk.NOW);

        // Then
        assertThat(pages).hasSize(5).allMatch(page -> page.length() <= 4_096);
        assertThat(pages.get(0)).startsWith("Skills audit · 1/5\n\n");
        assertThat(bodies(pages))
                .isEqualTo(IntStream.range(0, 9).mapToObj(ReadOutTest::longer).collect(Collectors.joining("\n\n"))
                        + "\n\nThank you, Ann. We will only ask you about what you ticked.");
    }

    @Test
    void what_no_page_holds_is_torn_between_its_lines() {
        // Given
        String ask = "w".repeat(3_700);
        List<Option> options = IntStream.range(0, 6)
                .mapToObj(i -> new Option("option" + i, texts("o".repeat(50) + i, "o".repeat(50) + i)))
                .toList();

        // When
        List<String> pages = cards.script(
                SkillsAudit.playbook(Question.of("long", new Kind.One(options, false), texts(ask, ask))),
                Talk.ANN,
                Talk.NOW);

        // Then
        assertThat(pages).hasSize(2).allMatch(page -> page.length() <= 4_096);
        options.forEach(option -> assertThat(String.join("\n", pages))
                .contains("\n· " + option.label().in("en").source() + "\n"));
    }

    private static String longer(int i) {
        return i + "w".repeat(1_500);
    }

    private static String bodies(List<String> pages) {
        List<String> bodies = new ArrayList<>();
        pages.forEach(page -> bodies.add(page.substring(page.indexOf("\n\n") + 2)));
        return String.join("\n\n", bodies);
    }

    private static Question note(String id, String text) {
        return Question.of(id, new Kind.Note(), texts(text, text));
    }
}
