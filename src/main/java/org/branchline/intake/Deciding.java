package org.branchline.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Incoming;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.conversation.Phrases;
import org.branchline.roster.Member;

/** Decides to whom an update speaks: a command, the run in front, another open run, or nobody. */
@Singleton
public class Deciding {

    static final Phrases PHRASES = Phrases.open("intake");

    private final Playing playing;
    private final Commands commands;
    private final Instance<Listening> listening;

    Deciding(Playing playing, Commands commands, Instance<Listening> listening) {
        this.listening = listening;
        this.playing = playing;
        this.commands = commands;
    }

    /** Answers an update; its chat is the turn's. */
    public Uni<Void> decide(Exchange exchange, Arrival arrival) {
        return arrival.privateChat() ? arrival.what().in(new InPrivate(exchange)) : inGroup(exchange, arrival.what());
    }

    /** More came than anybody types: said once, and what came meanwhile is not read. */
    public Uni<Void> tooMuch(Exchange exchange) {
        return done(() -> exchange.say(say(exchange, "too_much")));
    }

    /** A group never sees anything personal. */
    private static Uni<Void> inGroup(Exchange exchange, What what) {
        return done(() -> {
            if (what instanceof What.Command) {
                exchange.say(say(exchange, "group"));
            }
        });
    }

    private static String say(Exchange exchange, String key, String... values) {
        return PHRASES.say(exchange.person().language(), key, values);
    }

    private static Keyboard open(Exchange exchange) {
        return Keyboard.row(new Button(say(exchange, "button.open"), new Action.Order("start", "")));
    }

    /** What cannot be read may still be asked in words. */
    private static Keyboard personOrOpen(Exchange exchange) {
        return new Keyboard(List.of(
                List.of(new Button(say(exchange, "button.person"), new Action.Order("person", ""))),
                open(exchange).rows().get(0)));
    }

    private static Uni<Void> done(Runnable step) {
        step.run();
        return Uni.createFrom().voidItem();
    }

    private final class InPrivate implements What.Cases<Uni<Void>> {

        private final Exchange exchange;

        InPrivate(Exchange exchange) {
            this.exchange = exchange;
        }

        @Override
        public Uni<Void> text(What.Text text) {
            Member member = exchange.scene().member();
            if (text.repliedTo() == 0 || member == null || member.stopped()) {
                return written(text);
            }
            return heard(listener -> listener.replied(exchange, text), () -> written(text));
        }

        private Uni<Void> written(What.Text text) {
            Command meant = commands.meant(text.text());
            if (meant != null) {
                return commands.run(meant, exchange, "");
            }
            Supplier<Uni<Void>> read =
                    () -> inFront(new Incoming.Wrote(text.message(), text.text()), () -> noQuestionOpen(text));
            boolean between = exchange.front() != null
                    && exchange.interrupted()
                    && exchange.scene().member() != null;
            return between ? heard(listener -> listener.between(exchange, text), read) : read.get();
        }

        /** Lets those listen who take what is no answer of a playbook; {@code otherwise} where nobody takes it. */
        private Uni<Void> heard(Function<Listening, Uni<Boolean>> hears, Supplier<Uni<Void>> otherwise) {
            Uni<Boolean> taken = Uni.createFrom().item(false);
            List<Listening> inTurn = listening.stream()
                    .sorted(Comparator.comparingInt(Listening::turn))
                    .toList();
            for (Listening listener : inTurn) {
                taken = taken.flatMap(already -> already ? Uni.createFrom().item(true) : hears.apply(listener));
            }
            return taken.flatMap(done -> {
                if (!done) {
                    return otherwise.get();
                }
                exchange.interrupted(exchange.front() != null);
                return Uni.createFrom().voidItem();
            });
        }

        @Override
        public Uni<Void> command(What.Command command) {
            return commands.run(exchange, command.name(), command.argument());
        }

        @Override
        public Uni<Void> press(What.Press press) {
            Pressed pressed = new Pressed(exchange, press.message());
            Action action = press.action();
            return action == null ? pressed.notTheirs() : action.of(pressed);
        }

        @Override
        public Uni<Void> edited(What.Edited edited) {
            OpenRun front = exchange.front();
            return front == null
                    ? Uni.createFrom().voidItem()
                    : playing.play(exchange, front, new Incoming.Corrected(edited.message(), edited.text()));
        }

        @Override
        public Uni<Void> sent(What.Sent sent) {
            Member member = exchange.scene().member();
            boolean free = exchange.front() == null || exchange.interrupted();
            return sent.attached() != null && free && member != null && !member.stopped()
                    ? heard(listener -> listener.sent(exchange, sent), () -> notText(sent))
                    : notText(sent);
        }

        private Uni<Void> notText(What.Sent sent) {
            return inFront(new Incoming.Sent(sent.message(), sent.kind()), () -> {
                if (sent.kind() == Incoming.Sent.Kind.STICKER) {
                    return done(() -> exchange.say("👍"));
                }
                String key = sent.kind() == Incoming.Sent.Kind.VOICE ? "voice" : "not_text";
                return done(() -> exchange.say(say(exchange, key), personOrOpen(exchange)));
            });
        }

        @Override
        public Uni<Void> reachable(What.Reachable reachable) {
            return done(() -> exchange.write(
                    "update chat set reachable = $4 where organisation = $1 and bot = $2 and id = $3",
                    exchange.organisation().number(),
                    exchange.scene().bot().id(),
                    exchange.scene().chat(),
                    reachable.reachable()));
        }

        @Override
        public Uni<Void> nothing(What.Nothing nothing) {
            return Uni.createFrom().voidItem();
        }

        private Uni<Void> inFront(Incoming incoming, Supplier<Uni<Void>> otherwise) {
            OpenRun front = exchange.front();
            if (front != null) {
                return playing.play(exchange, front, incoming);
            }
            if (exchange.scene().member() == null) {
                return commands.run(exchange, "start", "");
            }
            if (exchange.member().stopped()) {
                return done(() -> exchange.say(say(exchange, "stopped")));
            }
            return otherwise.get();
        }

        private Uni<Void> noQuestionOpen(What.Text text) {
            if (commands.thanks(text.text())) {
                return done(() -> exchange.say("👍"));
            }
            return heard(
                    listener -> listener.unasked(exchange, text),
                    () -> done(() -> exchange.say(say(exchange, "no_question_open"), open(exchange))));
        }
    }

    /** What comes of a press below a message of this number. */
    private final class Pressed implements Action.Cases<Uni<Void>> {

        private final Exchange exchange;
        private final long message;

        Pressed(Exchange exchange, long message) {
            this.exchange = exchange;
            this.message = message;
        }

        @Override
        public Uni<Void> move(Action.Move move) {
            Incoming pressed = new Incoming.Pressed(message, move.step(), move.choice());
            OpenRun front = exchange.front();
            if (front != null && front.id() == move.run()) {
                return playing.play(exchange, front, pressed);
            }
            return playing.read(exchange, move.run())
                    .flatMap(found -> found.map(other -> playing.play(exchange, other, pressed))
                            .orElseGet(this::oldButton));
        }

        @Override
        public Uni<Void> order(Action.Order order) {
            return commands.run(exchange, order.command(), order.argument());
        }

        /** Opens without a press: this one was made up. */
        @Override
        public Uni<Void> open(Action.Open open) {
            return notTheirs();
        }

        Uni<Void> notTheirs() {
            return done(() -> exchange.say(new Outgoing.Acknowledge(say(exchange, "not_your_button"))));
        }

        /** A button of a run that is over: its message loses its buttons, and the person hears what is open. */
        private Uni<Void> oldButton() {
            if (message > 0) {
                exchange.say(new Outgoing.Rebutton(message, Keyboard.NONE));
            }
            OpenRun front = exchange.front();
            if (front != null) {
                return playing.play(exchange, front, new Incoming.Reminded(Incoming.Reminded.Why.OLD_BUTTON));
            }
            return done(() -> exchange.say(say(exchange, "old_button"), Deciding.open(exchange)));
        }
    }
}
