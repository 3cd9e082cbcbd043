package org.branchline.intake.own;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;

/** {@code /cancel}: leaves what is being asked; the answers so far stay. */
@Singleton
class Cancelling implements Command {

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
        if (exchange.front() == null) {
            exchange.say(Card.SPEECH.say(exchange, "cancel.nothing"));
            return Uni.createFrom().voidItem();
        }
        return exchange.leave();
    }
}
