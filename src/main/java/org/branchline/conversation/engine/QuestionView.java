package org.branchline.conversation.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.branchline.conversation.Answers;
import org.branchline.conversation.Button;
import org.branchline.conversation.playbook.Question;
import org.branchline.conversation.playbook.Reach;

/** How a question reads: count, notes before it, the question, its buttons. */
final class QuestionView {

    private QuestionView() {}

    static String text(Scene scene, Question question, String lead) {
        Asked asked = scene.asked(question);
        String notes = notes(scene, scene.reach().notesBefore(question));
        String body = joined(notes, Form.of(question.kind()).text(asked));
        return joined(lead, question.kind().joining() ? body : count(scene, question) + "\n" + body);
    }

    static List<List<Button>> rows(Scene scene, Question question) {
        Asked asked = scene.asked(question);
        List<List<Button>> rows = new ArrayList<>(Form.of(question.kind()).rows(asked));
        List<Button> last = new ArrayList<>();
        if (scene.way().canGoBack(question)) {
            last.add(asked.button(scene.voice().say("back"), Buttons.BACK));
        }
        if (question.skip() && !asked.underWay()) {
            last.add(asked.button(scene.voice().say("skip"), Buttons.SKIP));
        }
        if (question.help() != null) {
            last.add(asked.button(scene.voice().say("help"), Buttons.HELP));
        }
        if (!last.isEmpty()) {
            rows.add(last);
        }
        return rows;
    }

    /** What is said to a person who comes back to this question. */
    static String welcome(Scene scene, Question question) {
        boolean again = scene.run()
                .answers()
                .of(question.id())
                .filter(Answers.Given::settled)
                .isPresent();
        int left = scene.reach().left() + (again ? 1 : 0);
        String name = scene.run().person().name();
        return scene.voice().count("returned", left, "name", name);
    }

    static String notes(Scene scene, List<Question> notes) {
        return joined(notes.stream().map(note -> scene.voice().say(note.ask())).toArray(String[]::new));
    }

    /** Paragraphs, without those that are empty. */
    static String joined(String... paragraphs) {
        return String.join(
                "\n\n", Stream.of(paragraphs).filter(text -> !text.isEmpty()).toList());
    }

    private static String count(Scene scene, Question question) {
        Reach reach = scene.reach();
        return scene.voice()
                .say(
                        reach.undecided() ? "count.up_to" : "count",
                        "position",
                        Integer.toString(reach.position(question)),
                        "count",
                        Integer.toString(reach.count()));
    }
}
