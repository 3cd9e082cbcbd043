package org.branchline.intake.joining;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.delivery.Doubt;
import org.branchline.delivery.Letter;
import org.branchline.delivery.Priority;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Speech;
import org.branchline.roster.Branches;
import org.branchline.roster.Deed;
import org.branchline.roster.Grant;
import org.branchline.roster.Role;
import org.branchline.roster.Roles;

/** A coordinator makes a member captain of their branch, or takes that back. */
@Singleton
class Appointing implements Command {

    private static final Speech SPEECH = Speech.of("joining");

    private final Branches branches;

    Appointing(Branches branches) {
        this.branches = branches;
    }

    @Override
    public String name() {
        return "captain";
    }

    @Override
    public Audience audience() {
        return Audience.COORDINATOR;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        if (argument.isEmpty()) {
            return exchange.access()
                    .invoke(access -> exchange.say(SPEECH.say(
                            exchange, access.mayAnywhere(Deed.APPOINT) ? "captain.how" : "captain.not_for_you")))
                    .replaceWithVoid();
        }
        return Newcomer.meant(exchange, argument, Deed.APPOINT, (access, newcomer) -> appoint(exchange, newcomer));
    }

    private void appoint(Exchange exchange, Newcomer newcomer) {
        Long branch = newcomer.branch();
        if (branch == null) {
            Newcomer.gone(exchange);
            return;
        }
        Grant grant = new Grant(Role.CAPTAIN, branch);
        if (newcomer.captain()) {
            Roles.take(exchange, exchange.organisation(), newcomer.person(), grant);
        } else {
            Roles.grant(
                    exchange,
                    exchange.organisation(),
                    newcomer.person(),
                    grant,
                    "member " + exchange.member().id());
            tell(exchange, newcomer);
        }
        branches.forget(exchange, exchange.organisation());
        InPlace.say(
                exchange,
                SPEECH.say(
                        exchange,
                        newcomer.captain() ? "captain.no_longer" : "captain.now",
                        "name",
                        newcomer.name(),
                        "branch",
                        newcomer.branchName(exchange)),
                Keyboard.row(new Button(
                        SPEECH.say(
                                exchange,
                                newcomer.captain() ? "button.captain" : "button.undo",
                                "branch",
                                newcomer.branchName(exchange)),
                        new Action.Order("captain", "" + newcomer.person()))));
    }

    /** The new captain hears what they may do and read from now on. */
    private static void tell(Exchange exchange, Newcomer newcomer) {
        String text = SPEECH.in(
                newcomer.language(),
                "captain.you",
                "name",
                exchange.person().name(),
                "branch",
                newcomer.branchName(exchange, newcomer.language()));
        exchange.send(new Letter(
                exchange.scene().bot(),
                newcomer.person(),
                null,
                Priority.REMINDER,
                Doubt.REPORT,
                false,
                new Outgoing.Say(text)));
    }
}
