package org.branchline.conversation.engine;

import java.time.Instant;
import org.branchline.conversation.Incoming;
import org.branchline.conversation.Phrases;
import org.branchline.conversation.Places;
import org.branchline.conversation.Run;
import org.branchline.conversation.Turn;
import org.branchline.conversation.Words;
import org.branchline.conversation.playbook.Playbook;

/** Decides what a turn comes to, for one organisation. It keeps nothing between turns and may be shared by all threads. */
public final class Engine {

    private final Setting setting;

    /** The engine of an organisation: its name as people read it, its words, its branches. */
    public Engine(String organisation, Words words, Places places) {
        this.setting = new Setting(organisation, words, places, Phrases.open("conversation"));
    }

    /**
     * One turn. Nothing comes of what happens to a run that is closed, but that a press is acknowledged.
     *
     * @param now the instant by which people's dates and times are shown
     */
    public Turn turn(Playbook playbook, Run run, Incoming incoming, Instant now) {
        Scene scene = new Scene(setting, playbook, run, now);
        incoming.of(new Happening(scene));
        return scene.turn();
    }
}
