package org.branchline.conversation.engine;

import java.util.List;
import java.util.Optional;
import org.branchline.conversation.Answer;
import org.branchline.conversation.Effect;
import org.branchline.conversation.Stage;
import org.branchline.conversation.playbook.Question;
import org.branchline.conversation.playbook.Reach;

/** Where a run goes in a scene: on, back, to a line of the summary, to its end. */
final class Way {

    private final Scene scene;

    Way(Scene scene) {
        this.scene = scene;
    }

    /**
     * On to the first question without an answer, else to the summary.
     *
     * @param lead said first in the same message, empty for nothing
     */
    Scene on(String lead) {
        return on(lead, changing());
    }

    private Scene on(String lead, boolean changing) {
        scene.taking().withdraw();
        Optional<Question> next = next();
        if (next.isPresent()) {
            open(new Stage.Asking(next.get().id(), null, changing));
            scene.ask(next.get(), lead);
        } else if (scene.playbook().summary() && !scene.lines().isEmpty()) {
            open(new Stage.Summary());
            scene.sum(lead);
        } else {
            finish(lead);
        }
        return scene;
    }

    Scene finish() {
        return finish("");
    }

    private Scene finish(String lead) {
        scene.stage(new Stage.Finished());
        String end = QuestionView.joined(
                lead,
                QuestionView.notes(scene, scene.reach().notesAtEnd()),
                scene.playbook().thanks().map(scene.voice()::say).orElse(""));
        if (!end.isEmpty()) {
            scene.say(end);
        }
        return scene;
    }

    /** Leaves the question out. What is ticked or written by now is not thrown away: then the person sees how to go on. */
    Scene skip(Question question, Hand hand) {
        Asked asked = scene.asked(question);
        if (asked.underWay()) {
            if (asked.answer().map(Parts::pieces).filter(List::isEmpty).isPresent()) {
                scene.ask(question, "");
            } else {
                scene.more();
            }
            return scene;
        }
        scene.taking().settle(question, new Answer.Skipped(), 0, List.of());
        hand.settled(scene, question, Echo.of(scene.voice().say("skipped")));
        return scene;
    }

    boolean canGoBack(Question question) {
        return !question.kind().joining()
                && (toSummary(question) || scene.reach().before(question).isPresent());
    }

    Scene back(Question question) {
        if (toSummary(question)) {
            return on("");
        }
        boolean changing = changing();
        scene.reach().before(question).ifPresent(earlier -> ask(earlier, changing));
        return scene;
    }

    /** Whether Back leads to the summary from which the person came. */
    private boolean toSummary(Question question) {
        return changing()
                && scene.reach().open().isEmpty()
                && !scene.asked(question).begun();
    }

    /** Opens the question of a line of the summary, counted from 1. */
    Scene change(int line) {
        ask(scene.lines().get(line - 1), true);
        return scene;
    }

    /** Asks a question out of turn. */
    void reopen(String id) {
        scene.playbook().question(id).ifPresent(question -> ask(question, changing()));
    }

    /** Goes on after an answer that was corrected, unless the open question still stands. */
    void corrected(Question question) {
        String lead = scene.voice()
                .say(
                        "corrected",
                        "label",
                        scene.voice().say(question.name()),
                        "answer",
                        SummaryView.answer(scene, question));
        scene.taking().withdraw();
        Optional<Question> current = scene.open();
        boolean standing = current.map(open -> scene.reach().of(open) != Reach.State.NOT_ASKED)
                .orElse(false);
        if (standing) {
            scene.say(lead);
        } else if (current.isEmpty() && next().isEmpty()) {
            scene.sum(lead);
        } else {
            on(lead, current.isEmpty() || changing());
        }
    }

    void leave() {
        boolean joining =
                scene.open().filter(question -> question.kind().joining()).isPresent();
        scene.stage(new Stage.Left());
        scene.say(scene.voice().say(joining ? "cancelled.joining" : "cancelled"));
    }

    void refuse(String purpose, String text) {
        scene.effect(new Effect.Refused(purpose));
        scene.stage(new Stage.Left());
        scene.say(text);
    }

    private Optional<Question> next() {
        return scene.reach().open().stream()
                .filter(question -> Form.of(question.kind()).needed(scene.asked(question)))
                .findFirst();
    }

    private void ask(Question question, boolean changing) {
        open(new Stage.Asking(question.id(), null, changing));
        scene.ask(question, "");
    }

    private void open(Stage stage) {
        scene.stage(stage);
        scene.stepped();
    }

    private boolean changing() {
        return Position.changing(scene.run().stage());
    }
}
