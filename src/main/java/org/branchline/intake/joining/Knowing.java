package org.branchline.intake.joining;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Speech;
import org.branchline.roster.Access;
import org.branchline.roster.Deed;

/** "I know them": a newcomer is new no longer. A coordinator may make them captain then. */
@Singleton
class Knowing implements Command {

    private static final Speech SPEECH = Speech.of("joining");

    private static final String KNOWN =
            "update member set standing = 'known' where organisation = $1 and telegram_user = $2";

    @Override
    public String name() {
        return "know";
    }

    @Override
    public Audience audience() {
        return Audience.CAPTAIN;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        return Newcomer.meant(exchange, argument, Deed.VOUCH, (access, newcomer) -> know(exchange, access, newcomer));
    }

    private static void know(Exchange exchange, Access access, Newcomer newcomer) {
        exchange.write(KNOWN, exchange.organisation().number(), newcomer.person());
        String text = SPEECH.say(exchange, "known", "name", newcomer.name(), "branch", newcomer.branchName(exchange));
        boolean appointable = newcomer.branch() != null && !newcomer.captain();
        Keyboard keyboard = appointable && access.may(Deed.APPOINT, newcomer.branch())
                ? Keyboard.row(new Button(
                        SPEECH.say(exchange, "button.captain", "branch", newcomer.branchName(exchange)),
                        new Action.Order("captain", "" + newcomer.person())))
                : Keyboard.NONE;
        InPlace.say(exchange, text, keyboard);
    }
}
