package org.branchline.conversation.engine;

import org.branchline.conversation.Incoming;
import org.branchline.conversation.Stage;

/** What each incoming thing sets off. */
final class Happening implements Incoming.Cases<Scene> {

    private final Scene scene;

    Happening(Scene scene) {
        this.scene = scene;
    }

    @Override
    public Scene began(Incoming.Began incoming) {
        return scene.way().on("");
    }

    @Override
    public Scene returned(Incoming.Returned incoming) {
        return scene.run().stage().open() ? scene.welcomeBack() : scene;
    }

    @Override
    public Scene reminded(Incoming.Reminded incoming) {
        if (!scene.run().stage().open()) {
            return scene;
        }
        return switch (incoming.why()) {
            case OUTAGE -> scene.again("reminded.outage");
            case OLD_BUTTON -> scene.again("reminded.old_button");
            case RESUMED -> scene.again("reminded.resumed");
        };
    }

    @Override
    public Scene cancelled(Incoming.Cancelled incoming) {
        if (scene.run().stage().open()) {
            scene.way().leave();
        }
        return scene;
    }

    @Override
    public Scene expired(Incoming.Expired incoming) {
        if (scene.run().stage().open()) {
            scene.stage(new Stage.Expired());
        }
        return scene;
    }

    @Override
    public Scene wrote(Incoming.Wrote incoming) {
        String text = Cleaning.clean(incoming.text());
        return scene.run().stage().of(new Writing(scene, text, incoming.message()));
    }

    @Override
    public Scene pressed(Incoming.Pressed incoming) {
        scene.acknowledge();
        return scene.run().stage().of(new Pressing(scene, incoming));
    }

    @Override
    public Scene corrected(Incoming.Corrected incoming) {
        if (scene.run().stage().open()) {
            Correcting.correct(scene, Cleaning.clean(incoming.text()), incoming.message());
        }
        return scene;
    }

    @Override
    public Scene sent(Incoming.Sent incoming) {
        if (!scene.run().stage().open()) {
            return scene;
        }
        scene.say(
                switch (incoming.kind()) {
                    case STICKER -> "👍";
                    case VOICE -> scene.voice().say("sent.voice");
                    case PICTURE -> scene.voice().say("sent.picture");
                    case LOCATION -> scene.voice().say("sent.location");
                    case CONTACT -> scene.voice().say("sent.contact");
                    case FILE, OTHER -> scene.voice().say("sent.other");
                });
        return scene;
    }
}
