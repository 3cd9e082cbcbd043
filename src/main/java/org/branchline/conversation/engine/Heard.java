package org.branchline.conversation.engine;

import java.util.List;
import org.branchline.conversation.Answer;
import org.branchline.conversation.Button;

/** What a question made of a press or a text; each kind carries itself out. */
sealed interface Heard {

    void in(Scene scene, Asked asked, Hand hand);

    /**
     * The answer, complete.
     *
     * @param echo how it is read back
     * @param message the person's message that holds it, 0 for a press
     * @param also what else comes of it
     */
    record Settled(Answer answer, Echo echo, long message, List<Also> also) implements Heard {

        Settled(Answer answer, Echo echo, long message) {
            this(answer, echo, message, List.of());
        }

        @Override
        public void in(Scene scene, Asked asked, Hand hand) {
            if (!asked.playbook().accepts(asked.question(), answer, scene.run().answers())) {
                scene.say(scene.voice().say(Taking.refusal(asked.question())));
                return;
            }
            scene.taking().settle(asked.question(), answer, message, also);
            hand.settled(scene, asked.question(), echo);
        }
    }

    /** The answer so far: options are being ticked. */
    record Ticking(Answer answer, long message) implements Heard {
        @Override
        public void in(Scene scene, Asked asked, Hand hand) {
            scene.taking().keep(asked.question(), answer, message);
            hand.ticked(scene, asked.question());
        }
    }

    /** The text so far. */
    record Growing(Answer.Words answer, long message) implements Heard {
        @Override
        public void in(Scene scene, Asked asked, Hand hand) {
            boolean first = !asked.begun();
            scene.taking().keep(asked.question(), answer, message);
            hand.grew(scene, asked.question(), first);
        }
    }

    /** It cannot be taken; the person is told why, and the question stays open. */
    record Again(String text) implements Heard {
        @Override
        public void in(Scene scene, Asked asked, Hand hand) {
            scene.say(text);
        }
    }

    /** A short line over the chat; nothing changes. */
    record Toast(String text) implements Heard {
        @Override
        public void in(Scene scene, Asked asked, Hand hand) {
            hand.toast(scene, text);
        }
    }

    /** The question goes on in another position, which is said. */
    record Asks(String detail, String text, List<List<Button>> rows) implements Heard {
        @Override
        public void in(Scene scene, Asked asked, Hand hand) {
            hand.asks(scene, detail, text, rows);
        }
    }

    /** The same message shows other buttons. */
    record Turned(String detail) implements Heard {
        @Override
        public void in(Scene scene, Asked asked, Hand hand) {
            hand.turned(scene, asked.question(), detail);
        }
    }

    /** Another question is opened again, out of turn. */
    record Reopened(String question) implements Heard {
        @Override
        public void in(Scene scene, Asked asked, Hand hand) {
            hand.bare(scene);
            scene.way().reopen(question);
        }
    }

    /** The person does not agree, and the run ends. */
    record Refused(String purpose, String text) implements Heard {
        @Override
        public void in(Scene scene, Asked asked, Hand hand) {
            hand.bare(scene);
            scene.way().refuse(purpose, text);
        }
    }

    /** A button this question does not have, or no longer. */
    record Old() implements Heard {
        @Override
        public void in(Scene scene, Asked asked, Hand hand) {
            scene.old();
        }
    }
}
