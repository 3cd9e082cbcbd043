package org.branchline.conversation.dialogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.branchline.conversation.engine.Cards;
import org.branchline.conversation.engine.Engine;
import org.branchline.conversation.playbook.Playbook;

/** Plays dialogues against an engine. */
public final class Replay {

    /** When dialogues begin: a Thursday morning, as in the examples. */
    public static final Instant START = Instant.parse("2027-03-04T10:42:00Z");

    private final Engine engine;
    private final Cards cards;
    private final Function<String, Optional<Playbook>> playbooks;

    /** A player for these playbooks, found by their keys. */
    public Replay(Engine engine, Cards cards, Function<String, Optional<Playbook>> playbooks) {
        this.engine = engine;
        this.cards = cards;
        this.playbooks = playbooks;
    }

    /** The first difference between what is written and what happens; empty when there is none. */
    public Optional<Difference> play(Dialogue dialogue) {
        Optional<Playbook> playbook = playbooks.apply(dialogue.playbook());
        if (playbook.isEmpty()) {
            int line = dialogue.chat().isEmpty() ? 1 : dialogue.chat().get(0).line();
            return Optional.of(new Difference(line, "playbook: " + dialogue.playbook(), "no such playbook"));
        }
        Stand stand = new Stand(engine, cards, dialogue.member(), START);
        Playing playing = new Playing(stand, playbooks);
        stand.begin(playbook.get());
        for (Step step : dialogue.chat()) {
            Optional<Difference> difference = step.of(playing);
            if (difference.isPresent()) {
                return difference;
            }
        }
        List<Step> chat = new ArrayList<>(dialogue.chat());
        int end = chat.isEmpty() ? 1 : chat.get(chat.size() - 1).line();
        return playing.quiet(end).or(() -> stand.outcome().compare(dialogue.then()));
    }
}
