package org.branchline.conversation.engine;

import org.branchline.conversation.Incoming;
import org.branchline.conversation.Stage;
import org.branchline.conversation.playbook.Question;

/** What a press sets off, by stage. */
final class Pressing implements Stage.Cases<Scene> {

    private final Scene scene;
    private final Incoming.Pressed press;

    Pressing(Scene scene, Incoming.Pressed press) {
        this.scene = scene;
        this.press = press;
    }

    @Override
    public Scene asking(Stage.Asking stage) {
        if (press.step() != scene.run().step()) {
            return old();
        }
        Question question = scene.question(stage);
        Hand hand = new Hand.Press(press.message());
        return switch (press.choice()) {
            case Buttons.BACK -> scene.way().canGoBack(question) ? scene.way().back(question) : scene.old();
            case Buttons.SKIP -> question.skip() ? scene.way().skip(question, hand) : scene.old();
            case Buttons.HELP -> question.help() != null ? scene.help(question) : scene.old();
            default -> {
                Asked asked = scene.asked(question);
                Form.of(question.kind()).pressed(asked, press.choice()).in(scene, asked, hand);
                yield scene;
            }
        };
    }

    @Override
    public Scene summary(Stage.Summary stage) {
        if (press.step() != scene.run().step()) {
            return old();
        }
        if (press.choice().equals(Buttons.RIGHT)) {
            scene.rebutton(press.message());
            return scene.way().finish();
        }
        int line = press.choice().startsWith(Buttons.CHANGE) ? Buttons.number(press.choice(), Buttons.CHANGE) : 0;
        if (line < 1 || line > scene.lines().size()) {
            return scene.old();
        }
        scene.rebutton(press.message());
        return scene.way().change(line);
    }

    @Override
    public Scene closed(Stage stage) {
        return scene;
    }

    /**
     * A second press of what was just pressed needs no word; any other old button gets one, and its message loses its
     * buttons. A typed answer left them there: which message asked is not known before one of its buttons is pressed, and
     * an edit after each typed answer would be a request more in every such turn.
     */
    private Scene old() {
        if (Repeated.is(press, scene)) {
            return scene;
        }
        scene.rebutton(press.message());
        return scene.old();
    }
}
