package org.branchline.campaign.prompt;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;
import org.branchline.roster.Access;
import org.branchline.roster.Deed;

/** {@code /prompt}: what is asked again and again; its buttons begin another, skip one, pause, end and ask again. */
@Singleton
class PromptCommand implements Command {

    static final String NAME = "prompt";

    static final Speech SPEECH = Speech.of("prompt");

    private final Planning planning;
    private final Steering steering;

    PromptCommand(Planning planning, Steering steering) {
        this.planning = planning;
        this.steering = steering;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Audience audience() {
        return Audience.COORDINATOR;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        return exchange.access().chain(access -> {
            if (!access.mayAnywhere(Deed.PROMPT)) {
                exchange.say(SPEECH.say(exchange, "not_for_you"));
                return Uni.createFrom().voidItem();
            }
            return act(exchange, access, argument);
        });
    }

    private Uni<Void> act(Exchange exchange, Access access, String argument) {
        int dot = argument.indexOf('.');
        String deed = dot < 0 ? argument : argument.substring(0, dot);
        String with = dot < 0 ? "" : argument.substring(dot + 1);
        return switch (deed) {
            case "new" -> planning.playbook(exchange);
            case "p" -> planning.chosen(exchange, access, with);
            case Whom.PRESSED -> planning.to(exchange, access, with);
            case "begin" -> planning.begin(exchange, access);
            case "drop" -> planning.drop(exchange);
            case "o", NotAsked.DEED, "skip", "pause", "on", "again", "end", "ended" ->
                steering.act(exchange, access, deed, with);
            default -> steering.list(exchange, access);
        };
    }
}
