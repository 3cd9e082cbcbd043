package org.branchline.conversation.engine;

import java.util.List;
import org.branchline.conversation.Answer;
import org.branchline.conversation.Answers;
import org.branchline.conversation.Effect;
import org.branchline.conversation.playbook.Question;
import org.branchline.conversation.playbook.Texts;

/** What becomes of the answers in a scene: kept while they are under way, settled, taken back. */
final class Taking {

    private final Scene scene;

    Taking(Scene scene) {
        this.scene = scene;
    }

    /** The answer so far. */
    void keep(Question question, Answer answer, long message) {
        take(question, new Answers.Given(answer, message, false));
    }

    /** The answer, complete. */
    void settle(Question question, Answer answer, long message, List<Also> also) {
        boolean before = scene.run().answers().of(question.id()).isPresent();
        take(question, new Answers.Given(answer, message, true));
        if (question.save() != null && !Parts.skipped(answer)) {
            scene.effect(new Effect.Saved(question.save(), answer));
        } else if (question.save() != null && before) {
            scene.effect(new Effect.Unsaved(question.save()));
        }
        for (Also each : also) {
            scene.effect(each.effect());
            scene.person(each.person().apply(scene.run().person()));
        }
    }

    /** Takes back the answers behind conditions that are no longer true. */
    void withdraw() {
        for (Question question : scene.reach().stale()) {
            scene.answers(scene.run().answers().without(question.id()));
            scene.effect(new Effect.Withdrawn(question.id()));
            if (question.save() != null) {
                scene.effect(new Effect.Unsaved(question.save()));
            }
        }
    }

    /** What the person is told when the question's check does not hold. */
    static Texts refusal(Question question) {
        return question.check() != null ? question.check().otherwise() : question.ask();
    }

    private void take(Question question, Answers.Given given) {
        scene.answers(scene.run().answers().with(question.id(), given));
        String text = Parts.skipped(given.answer())
                ? scene.voice().say("skipped")
                : Form.of(question.kind()).words(scene.asked(question), given.answer());
        scene.effect(new Effect.Answered(question.id(), given, text, question.special()));
    }
}
