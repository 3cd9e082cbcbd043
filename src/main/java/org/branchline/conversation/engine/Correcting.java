package org.branchline.conversation.engine;

import org.branchline.conversation.Answers;
import org.branchline.conversation.playbook.Question;

/** An edited message corrects the answer it gave. */
final class Correcting {

    private Correcting() {}

    /** Corrects the answer that the message holds; nothing comes of any other message. */
    static void correct(Scene scene, String text, long message) {
        for (Question question : scene.playbook().questions()) {
            Answers.Given given = scene.run().answers().byQuestion().get(question.id());
            if (given != null && holds(given, message)) {
                Asked asked = scene.asked(question).in("");
                if (text.isEmpty()) {
                    scene.say(scene.voice().say("text.empty"));
                } else {
                    Form.of(question.kind()).corrected(asked, text, message).in(scene, asked, new Hand.Edited());
                }
                return;
            }
        }
    }

    private static boolean holds(Answers.Given given, long message) {
        return message > 0
                && (given.message() == message
                        || Parts.pieces(given.answer()).stream().anyMatch(piece -> piece.message() == message));
    }
}
