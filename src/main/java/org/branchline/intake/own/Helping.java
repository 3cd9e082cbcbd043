package org.branchline.intake.own;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.roster.Access;
import org.branchline.roster.Deed;

/** {@code /help}: what I can do, for this person. */
@Singleton
class Helping implements Command {

    @Override
    public String name() {
        return "help";
    }

    @Override
    public Set<String> words() {
        return Set.of("help", "hjælp");
    }

    @Override
    public Audience audience() {
        return Audience.ANYONE;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        if (exchange.scene().member() == null) {
            exchange.say(
                    Card.SPEECH.say(exchange, "help.new"),
                    Keyboard.row(Card.SPEECH.button(exchange, "wrong", "wrong", "")));
            return Uni.createFrom().voidItem();
        }
        return exchange.access().invoke(access -> say(exchange, access)).replaceWithVoid();
    }

    private static void say(Exchange exchange, Access access) {
        List<String> parts = new ArrayList<>();
        parts.add(Card.SPEECH.say(exchange, "help.member"));
        if (access.mayAnywhere(Deed.SEE_RESULTS)) {
            parts.add(Card.SPEECH.say(exchange, "help.results"));
            parts.add(Card.SPEECH.say(exchange, "help.branch"));
        }
        if (access.mayAnywhere(Deed.SEE_NAMES)) {
            parts.add(Card.SPEECH.say(exchange, "help.find"));
        }
        if (access.mayAnywhere(Deed.INVITE)) {
            parts.add(Card.SPEECH.say(exchange, "help.invite"));
        }
        if (access.mayAnywhere(Deed.ANSWER)) {
            parts.add(Card.SPEECH.say(exchange, "help.questions"));
        }
        if (access.mayAnywhere(Deed.BROADCAST)) {
            parts.add(Card.SPEECH.say(exchange, "help.broadcast"));
            parts.add(Card.SPEECH.say(exchange, "help.deadline"));
        }
        if (access.mayAnywhere(Deed.HOST)) {
            parts.add(Card.SPEECH.say(exchange, "help.event"));
        }
        if (access.mayAnywhere(Deed.CHECK_IN)) {
            parts.add(Card.SPEECH.say(exchange, "help.checkin"));
        }
        if (access.mayAnywhere(Deed.PROMPT)) {
            parts.add(Card.SPEECH.say(exchange, "help.prompt"));
        }
        if (access.mayAnywhere(Deed.REPORT)) {
            parts.add(Card.SPEECH.say(exchange, "help.report"));
        }
        if (access.mayAnywhere(Deed.APPOINT)) {
            // What a captain is called is the organisation's own; the command is not.
            parts.add(Card.SPEECH.say(exchange, "help.appoint", "command", "/captain"));
        }
        exchange.say(
                String.join("\n", parts),
                Keyboard.row(
                        Card.SPEECH.button(exchange, "person", "person", ""),
                        Card.SPEECH.button(exchange, "wrong", "wrong", "")));
    }
}
