package org.branchline.privacy;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Speech;

/** {@code /forget}: asked once, then everything of the person is gone. */
@Singleton
class Forgetting implements Command {

    static final Speech SPEECH = Speech.of("privacy");

    private static final String YES = "yes";
    private static final String NO = "no";

    private final Erasing erasing;

    Forgetting(Erasing erasing) {
        this.erasing = erasing;
    }

    @Override
    public String name() {
        return "forget";
    }

    @Override
    public Audience audience() {
        return Audience.ANYONE;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        switch (argument) {
            case YES -> forget(exchange);
            case NO -> InPlace.say(exchange, SPEECH.say(exchange, "forget.kept"), Keyboard.NONE);
            default ->
                exchange.say(
                        SPEECH.say(exchange, "forget.sure"),
                        Keyboard.row(
                                SPEECH.button(exchange, "forget", "forget", YES),
                                SPEECH.button(exchange, "keep", "forget", NO)));
        }
        return Uni.createFrom().voidItem();
    }

    private void forget(Exchange exchange) {
        exchange.drop();
        erasing.erase(exchange, exchange.organisation(), exchange.scene().chat(), exchange.now());
        InPlace.say(exchange, SPEECH.say(exchange, "forget.done"), Keyboard.NONE);
    }
}
