package org.branchline.conversation.engine;

import org.branchline.conversation.Stage;
import org.branchline.conversation.playbook.Question;

/** What a text sets off, by stage. */
final class Writing implements Stage.Cases<Scene> {

    private final Scene scene;
    private final String text;
    private final long message;

    /** @param text cleaned, possibly empty */
    Writing(Scene scene, String text, long message) {
        this.scene = scene;
        this.text = text;
        this.message = message;
    }

    @Override
    public Scene asking(Stage.Asking stage) {
        Question question = scene.question(stage);
        Asked asked = scene.asked(question);
        Form form = Form.of(question.kind());
        Voice voice = scene.voice();
        if (text.isEmpty()) {
            scene.say(voice.say("text.empty"));
            return scene;
        }
        if (!form.takesText(asked) && Matching.thanks(text, voice.say("thanks.words"))) {
            scene.say("👍");
            return scene;
        }
        if (question.skip() && Matching.same(text, voice.say("skip"))) {
            return scene.way().skip(question, new Hand.Typed());
        }
        if (scene.way().canGoBack(question) && Matching.same(text, voice.say("back"))) {
            return scene.way().back(question);
        }
        if (question.help() != null && !form.takesText(asked) && Matching.same(text, voice.say("help"))) {
            return scene.help(question);
        }
        if (scene.run().interrupted() && form.takesText(asked)) {
            return scene.again("reminded.interrupted");
        }
        form.wrote(asked, text, message).in(scene, asked, new Hand.Typed());
        return scene;
    }

    @Override
    public Scene summary(Stage.Summary stage) {
        Voice voice = scene.voice();
        if (Matching.same(text, voice.say("summary.right")) || Matching.same(text, voice.say("option.yes"))) {
            return scene.way().finish();
        }
        if (Matching.thanks(text, voice.say("thanks.words"))) {
            scene.say("👍");
            return scene;
        }
        for (int line = 1; line <= scene.lines().size(); line++) {
            String number = Integer.toString(line);
            if (Matching.same(text, number) || Matching.same(text, voice.say("summary.change", "n", number))) {
                return scene.way().change(line);
            }
        }
        scene.say(voice.say("summary.again"));
        return scene;
    }

    @Override
    public Scene closed(Stage stage) {
        return scene;
    }
}
