package org.branchline.intake.own;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.Listening;

/** {@code /cancel}: leaves what is being asked; the answers so far stay. */
@Singleton
class Cancelling implements Command {

    private final Instance<Listening> listening;

    Cancelling(Instance<Listening> listening) {
        this.listening = listening;
    }

    @Override
    public String name() {
        return "cancel";
    }

    @Override
    public Audience audience() {
        return Audience.ANYONE;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        boolean asked = exchange.front() != null && !exchange.interrupted();
        return asked || exchange.scene().member() == null ? leave(exchange) : others(exchange);
    }

    /** What was begun behind the open question is left before it. */
    private Uni<Void> others(Exchange exchange) {
        Uni<Boolean> ended = Uni.createFrom().item(false);
        for (Listening listener : listening) {
            ended = ended.flatMap(already -> already ? Uni.createFrom().item(true) : listener.cancelled(exchange));
        }
        return ended.flatMap(done -> done ? Uni.createFrom().voidItem() : leave(exchange));
    }

    private static Uni<Void> leave(Exchange exchange) {
        if (exchange.front() == null) {
            exchange.say(Card.SPEECH.say(exchange, "cancel.nothing"));
            return Uni.createFrom().voidItem();
        }
        return exchange.leave();
    }
}
