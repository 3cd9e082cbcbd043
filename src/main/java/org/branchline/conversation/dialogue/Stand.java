package org.branchline.conversation.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.branchline.conversation.Action;
import org.branchline.conversation.Effect;
import org.branchline.conversation.Incoming;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.conversation.Person;
import org.branchline.conversation.Run;
import org.branchline.conversation.Turn;
import org.branchline.conversation.Turnstile;
import org.branchline.conversation.engine.Cards;
import org.branchline.conversation.engine.Engine;
import org.branchline.conversation.playbook.Playbook;
import org.jspecify.annotations.Nullable;

/** One chat with its runs, kept in memory: what intake is to the service. */
final class Stand {

    private record Open(Playbook playbook, Run run, Instant touched) {}

    private final Engine engine;
    private final Cards cards;
    private final Chat chat = new Chat();
    private final Outcome outcome = new Outcome();
    private final Map<Long, Open> runs = new HashMap<>();
    private Person person;
    private Instant now;
    private long front;
    private long numbered;
    private @Nullable Playbook waiting;
    private long announced;

    Stand(Engine engine, Cards cards, Person person, Instant start) {
        this.engine = engine;
        this.cards = cards;
        this.person = person;
        this.now = start;
    }

    Chat chat() {
        return chat;
    }

    Outcome outcome() {
        return outcome;
    }

    void begin(Playbook playbook) {
        begin(++numbered, playbook);
    }

    private void begin(long id, Playbook playbook) {
        runs.put(id, new Open(playbook, Run.fresh(id, person), now));
        front = id;
        turn(new Incoming.Began());
    }

    void due(Playbook playbook) {
        waiting = playbook;
        look(false);
    }

    void pass(Duration duration) {
        now = now.plus(duration);
        look(true);
    }

    void turn(Incoming incoming) {
        turn(front, incoming);
    }

    void press(Chat.Found found) {
        Action action = found.button().action();
        if (action instanceof Action.Move move) {
            turn(move.run(), new Incoming.Pressed(found.message(), move.step(), move.choice()));
        } else if (action instanceof Action.Order order) {
            order(found, order);
        }
    }

    private void order(Chat.Found found, Action.Order order) {
        if (waiting != null && order.command().equals(Cards.NOW)) {
            Playbook playbook = waiting;
            waiting = null;
            new Outgoing.Rebutton(found.message(), Keyboard.NONE).of(chat);
            begin(announced, playbook);
        } else if (order.command().equals(Cards.LATER)) {
            new Outgoing.Edit(found.message(), "✓ " + found.button().label(), Keyboard.NONE).of(chat);
        }
    }

    private void turn(long id, Incoming incoming) {
        Open open = runs.get(id);
        if (open == null) {
            return;
        }
        Turn turn = engine.turn(open.playbook(), open.run().with(person), incoming, now);
        runs.put(id, new Open(open.playbook(), turn.run(), now));
        person = turn.run().person();
        for (Effect effect : turn.effects()) {
            effect.of(outcome);
            if (effect instanceof Effect.Said said) {
                said.outgoing().of(chat);
            }
        }
        if (id != front) {
            front = id;
        }
        look(true);
    }

    /** Whether what waits may come now. */
    private void look(boolean waited) {
        if (waiting == null || announced != 0) {
            return;
        }
        Instant touched = Optional.ofNullable(runs.get(front))
                .filter(open -> open.run().stage().open())
                .map(Open::touched)
                .orElse(null);
        Turnstile.Decision decision = Turnstile.decide(touched, waited, now);
        if (decision instanceof Turnstile.Begin) {
            Playbook playbook = waiting;
            waiting = null;
            begin(++numbered, playbook);
        } else if (decision instanceof Turnstile.Announce) {
            announced = ++numbered;
            cards.waiting(waiting, announced, person, now).of(chat);
            Open open = runs.get(front);
            if (open != null) {
                runs.put(front, new Open(open.playbook(), open.run().interrupted(true), open.touched()));
            }
        }
    }
}
