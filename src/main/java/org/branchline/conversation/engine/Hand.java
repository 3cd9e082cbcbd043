package org.branchline.conversation.engine;

import java.util.List;
import org.branchline.conversation.Button;
import org.branchline.conversation.playbook.Question;

/** By what the person answered: that decides how the chat shows it. */
sealed interface Hand {

    /** An answer is complete. */
    void settled(Scene scene, Question question, Echo echo);

    /** Options were ticked, or the question shows other buttons. */
    void ticked(Scene scene, Question question);

    /** The question goes on in another position, which is said. */
    default void asks(Scene scene, String detail, String text, List<List<Button>> rows) {
        scene.detail(detail);
        scene.say(text, rows);
    }

    /** The question shows another page. */
    void turned(Scene scene, Question question, String detail);

    /** A piece of text came. */
    void grew(Scene scene, Question question, boolean first);

    void toast(Scene scene, String text);

    /** The message loses its buttons, where there is one. */
    default void bare(Scene scene) {}

    /** A press on a button below a message. */
    record Press(long message) implements Hand {
        @Override
        public void settled(Scene scene, Question question, Echo echo) {
            if (echo.stays()) {
                scene.rebutton(message);
            } else {
                scene.edit(message, echo.text());
            }
            scene.way().on(echo.leads() ? echo.text() : "");
        }

        @Override
        public void ticked(Scene scene, Question question) {
            scene.detail(null);
            scene.rebutton(message, question);
        }

        @Override
        public void turned(Scene scene, Question question, String detail) {
            scene.detail(detail);
            scene.rebutton(message, question);
        }

        @Override
        public void grew(Scene scene, Question question, boolean first) {}

        @Override
        public void toast(Scene scene, String text) {
            scene.toast(text);
        }

        @Override
        public void bare(Scene scene) {
            scene.rebutton(message);
        }
    }

    /** A message. */
    record Typed() implements Hand {
        @Override
        public void settled(Scene scene, Question question, Echo echo) {
            scene.way().on(echo.text());
        }

        @Override
        public void ticked(Scene scene, Question question) {
            scene.detail(null);
            scene.ask(question, "");
        }

        @Override
        public void turned(Scene scene, Question question, String detail) {
            scene.detail(detail);
            scene.ask(question, "");
        }

        @Override
        public void grew(Scene scene, Question question, boolean first) {
            if (first) {
                scene.more();
            }
        }

        @Override
        public void toast(Scene scene, String text) {
            scene.say(text);
        }
    }

    /** An edit of a message that held an answer. */
    record Edited() implements Hand {
        @Override
        public void asks(Scene scene, String detail, String text, List<List<Button>> rows) {
            scene.say(scene.voice().say("choice.again"));
        }

        @Override
        public void turned(Scene scene, Question question, String detail) {}

        @Override
        public void settled(Scene scene, Question question, Echo echo) {
            scene.way().corrected(question);
        }

        @Override
        public void ticked(Scene scene, Question question) {
            scene.way().corrected(question);
        }

        @Override
        public void grew(Scene scene, Question question, boolean first) {
            scene.way().corrected(question);
        }

        @Override
        public void toast(Scene scene, String text) {
            scene.say(text);
        }
    }
}
