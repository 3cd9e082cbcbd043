package org.branchline.intake.own;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;

/** Fewer messages: how many a week at most the service may start by itself. */
@Singleton
class Lessening implements Command {

    /** Stored for "everything": more than anybody is ever sent. */
    static final int EVERYTHING = 1_000;

    private static final Map<String, Integer> CHOICES = Map.of("1", 1, "2", 2, "5", 5, "all", EVERYTHING);

    private static final String SET = "update member set weekly_messages = $3 where organisation = $1 and id = $2";

    @Override
    public String name() {
        return "fewer";
    }

    @Override
    public Set<String> words() {
        return Set.of("fewer messages", "færre beskeder");
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        Integer most = CHOICES.get(argument);
        if (most == null) {
            exchange.say(
                    Card.SPEECH.say(exchange, "fewer.ask"),
                    new Keyboard(List.of(
                            List.of(number("1"), number("2"), number("5")),
                            List.of(Card.SPEECH.button(exchange, "fewer.all", "fewer", "all")),
                            List.of(Card.SPEECH.button(exchange, "quiet", "quiet", "")))));
        } else {
            exchange.write(
                    SET, exchange.organisation().number(), exchange.member().id(), most);
            exchange.say(
                    most == EVERYTHING
                            ? Card.SPEECH.say(exchange, "fewer.everything")
                            : Card.SPEECH.count(exchange, "fewer.done", most));
        }
        return Uni.createFrom().voidItem();
    }

    private static Button number(String number) {
        return new Button(number, new Action.Order("fewer", number));
    }
}
