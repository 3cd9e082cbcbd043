package org.branchline.intake.joining;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;
import org.branchline.roster.joining.Claims;

/** {@code /claim CODE} with the code of the log makes the first coordinator. */
@Singleton
class Claiming implements Command {

    private static final Speech SPEECH = Speech.of("joining");

    private final Claims claims;

    Claiming(Claims claims) {
        this.claims = claims;
    }

    @Override
    public String name() {
        return "claim";
    }

    @Override
    public Audience audience() {
        return Audience.ANYONE;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        if (exchange.scene().member() == null) {
            exchange.say(SPEECH.say(exchange, "claim.join_first"));
            return Uni.createFrom().voidItem();
        }
        if (argument.isBlank()) {
            exchange.say(SPEECH.say(exchange, "claim.how"));
            return Uni.createFrom().voidItem();
        }
        return claims.claim(
                        exchange::read,
                        exchange,
                        exchange.organisation(),
                        exchange.scene().chat(),
                        argument,
                        exchange.now())
                .invoke(claimed -> exchange.say(SPEECH.say(
                        exchange,
                        switch (claimed) {
                            case COORDINATOR -> "claim.done";
                            case WRONG -> "claim.wrong";
                            case TOO_OFTEN -> "claim.too_often";
                        },
                        "name",
                        exchange.person().name())))
                .replaceWithVoid();
    }
}
