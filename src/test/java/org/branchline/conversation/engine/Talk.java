package org.branchline.conversation.engine;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Effect;
import org.branchline.conversation.Incoming;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.conversation.Person;
import org.branchline.conversation.Places;
import org.branchline.conversation.Run;
import org.branchline.conversation.Turn;
import org.branchline.conversation.Words;
import org.branchline.conversation.playbook.Playbook;

/** A chat with the engine, turn by turn, for tests that look at effects. */
final class Talk {

    static final Instant NOW = Instant.parse("2027-03-04T10:42:00Z");
    static final Person ANN = new Person("Ann", "en", ZoneId.of("Asia/Tokyo"), null, null);

    private final Engine engine;
    private final Playbook playbook;
    private final List<Outgoing> last = new ArrayList<>();
    private Keyboard keyboard = Keyboard.NONE;
    private long message = 100;
    private long keyboardMessage;
    Run run;
    Turn turn;

    Talk(Playbook playbook) {
        this(playbook, ANN, Places.NOWHERE);
    }

    Talk(Playbook playbook, Person person, Places places) {
        this.engine = new Engine("Labour International", Words.PLAIN, places);
        this.playbook = playbook;
        this.run = Run.fresh(1, person);
        this.turn = new Turn(run, List.of());
        does(new Incoming.Began());
    }

    Talk does(Incoming incoming) {
        turn = engine.turn(playbook, run, incoming, NOW);
        run = turn.run();
        last.clear();
        for (Effect effect : turn.effects()) {
            if (effect instanceof Effect.Said said) {
                last.add(said.outgoing());
                see(said.outgoing());
            }
        }
        return this;
    }

    private void see(Outgoing outgoing) {
        if (outgoing instanceof Outgoing.Say say) {
            message++;
            if (!say.keyboard().isEmpty()) {
                keyboard = say.keyboard();
                keyboardMessage = message;
            }
        } else if (outgoing instanceof Outgoing.Rebutton rebutton && rebutton.message() == keyboardMessage) {
            keyboard = rebutton.keyboard();
        }
    }

    long wrote;

    Talk writes(String text) {
        wrote = ++message;
        return does(new Incoming.Wrote(wrote, text));
    }

    Talk presses(String label) {
        return does(press(label));
    }

    /** The press, to be done now or too late. */
    Incoming.Pressed press(String label) {
        Button button = keyboard.rows().stream()
                .flatMap(List::stream)
                .filter(each -> each.label().equals(label)
                        || each.label().equals("☐ " + label)
                        || each.label().equals("☑ " + label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button " + label + " among " + labels()));
        Action.Move move = (Action.Move) button.action();
        return new Incoming.Pressed(keyboardMessage, move.step(), move.choice());
    }

    List<String> labels() {
        return keyboard.rows().stream().flatMap(List::stream).map(Button::label).toList();
    }

    /** What was said in the last turn. */
    List<String> said() {
        return last.stream()
                .filter(Outgoing.Say.class::isInstance)
                .map(outgoing -> ((Outgoing.Say) outgoing).text())
                .toList();
    }

    Optional<String> toast() {
        return last.stream()
                .filter(Outgoing.Acknowledge.class::isInstance)
                .map(outgoing -> ((Outgoing.Acknowledge) outgoing).text())
                .findFirst();
    }

    /** The messages that lost their buttons in the last turn. */
    List<Long> bared() {
        return last.stream()
                .filter(outgoing -> outgoing instanceof Outgoing.Rebutton rebutton
                        && rebutton.keyboard().isEmpty())
                .map(outgoing -> ((Outgoing.Rebutton) outgoing).message())
                .toList();
    }

    <E extends Effect> List<E> effects(Class<E> kind) {
        return turn.effects().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
