package org.branchline.conversation.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.branchline.conversation.Answers;
import org.branchline.conversation.Incoming;
import org.branchline.conversation.Run;
import org.branchline.conversation.playbook.Question;

/** Whether an old button was only pressed twice. A press beside an answer that was typed is no repetition. */
final class Repeated {

    private Repeated() {}

    /** Whether the press says what the message before the open one was already answered with. */
    static boolean is(Incoming.Pressed press, Scene scene) {
        Run run = scene.run();
        if (press.step() != run.step() - 1) {
            return false;
        }
        String choice = press.choice();
        return switch (choice) {
            case Buttons.BACK -> cameBack(scene);
            case Buttons.SKIP -> answered(scene).anyMatch(given -> Parts.skipped(given.answer()));
            case Buttons.DONE -> answered(scene).anyMatch(given -> !Parts.skipped(given.answer()));
            case Buttons.NAME ->
                pressed(scene).anyMatch(given -> !Parts.pieces(given.answer()).isEmpty());
            case Buttons.OTHER_BRANCH -> true;
            default ->
                choice.startsWith(Buttons.NEAR)
                        ? pressed(scene)
                                .anyMatch(given -> Parts.day(given.answer()).isPresent())
                        : choice.startsWith(Buttons.CHANGE)
                                ? changes(scene, Buttons.number(choice, Buttons.CHANGE))
                                : pressed(scene).anyMatch(given -> Parts.ids(given.answer())
                                        .contains(choice));
        };
    }

    /** The open question was answered before: Back led to it. */
    private static boolean cameBack(Scene scene) {
        return scene.open().filter(question -> settled(scene, question)).isPresent();
    }

    private static boolean changes(Scene scene, int line) {
        List<Question> lines = scene.lines();
        return line >= 1 && line <= lines.size() && scene.open().equals(Optional.of(lines.get(line - 1)));
    }

    /** The answer before the open question; where the summary is or comes next it may have been any. */
    private static Stream<Answers.Given> answered(Scene scene) {
        List<Question> questions = scene.playbook().questions();
        Optional<Question> open = scene.open();
        boolean any = open.isEmpty() || Position.changing(scene.run().stage());
        List<Question> settled = questions.stream()
                .takeWhile(question -> any || !open.equals(Optional.of(question)))
                .filter(question -> settled(scene, question))
                .toList();
        return settled.stream()
                .skip(any ? 0 : Math.max(0, settled.size() - 1))
                .flatMap(question -> scene.run().answers().of(question.id()).stream());
    }

    private static Stream<Answers.Given> pressed(Scene scene) {
        return answered(scene).filter(given -> given.message() == 0);
    }

    private static boolean settled(Scene scene, Question question) {
        return scene.run()
                .answers()
                .of(question.id())
                .filter(Answers.Given::settled)
                .isPresent();
    }
}
