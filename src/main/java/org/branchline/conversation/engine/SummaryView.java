package org.branchline.conversation.engine;

import java.util.ArrayList;
import java.util.List;
import org.branchline.conversation.Answer;
import org.branchline.conversation.Answers;
import org.branchline.conversation.Button;
import org.branchline.conversation.playbook.Question;
import org.branchline.conversation.playbook.Reach;

/** How the summary reads: a line for each answer, a button to change each. */
final class SummaryView {

    private static final int IN_A_ROW = 4;

    /** How much of an answer is shown, less and less until all fits one message. */
    private static final int[] SHOWN = {4000, 1000, 400, 200, 100, 50, 20};

    private SummaryView() {}

    /** The questions with an answer; skipped ones have no line. */
    static List<Question> lines(Scene scene) {
        Reach reach = scene.reach();
        return scene.playbook().questions().stream()
                .filter(question -> reach.of(question) == Reach.State.ASKED
                        && scene.run()
                                .answers()
                                .of(question.id())
                                .filter(given -> given.settled() && !Parts.skipped(given.answer()))
                                .isPresent())
                .toList();
    }

    static String text(Scene scene, String lead) {
        String text = "";
        for (int shown : SHOWN) {
            text = QuestionView.joined(lead, text(scene, shown));
            if (text.length() <= Scene.MOST) {
                return text;
            }
        }
        return text;
    }

    static List<List<Button>> rows(Scene scene) {
        List<List<Button>> rows = new ArrayList<>();
        List<Button> row = new ArrayList<>();
        int count = scene.lines().size();
        for (int line = 1; line <= count; line++) {
            String number = Integer.toString(line);
            row.add(Buttons.move(scene.run(), scene.voice().say("summary.change", "n", number), Buttons.CHANGE + line));
            if (row.size() == IN_A_ROW || line == count) {
                rows.add(List.copyOf(row));
                row.clear();
            }
        }
        rows.add(List.of(Buttons.move(scene.run(), scene.voice().say("summary.right"), Buttons.RIGHT)));
        return rows;
    }

    /** The answer as one line shows it. */
    static String answer(Scene scene, Question question) {
        Answer answer = scene.run()
                .answers()
                .of(question.id())
                .map(Answers.Given::answer)
                .orElseGet(Answer.Skipped::new);
        return Form.of(question.kind()).words(scene.asked(question), answer);
    }

    private static String text(Scene scene, int shown) {
        StringBuilder text = new StringBuilder(scene.voice().say("summary"));
        int line = 1;
        for (Question question : scene.lines()) {
            text.append('\n')
                    .append(line++)
                    .append(". ")
                    .append(scene.voice().say(question.name()))
                    .append(": ")
                    .append(Cleaning.clip(answer(scene, question), shown));
        }
        return text.toString();
    }
}
