package org.branchline.campaign.invite;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.roster.Deed;
import org.branchline.roster.joining.JoinLink;
import org.branchline.roster.joining.JoinLinks;

/** Takes a join link out of service, once whoever asked has said so twice. */
@Singleton
class Revoking implements Command {

    private static final Pattern ASKED = Pattern.compile("(\\d{1,18})(?::(yes|no))?");

    @Override
    public String name() {
        return "revoke";
    }

    @Override
    public Audience audience() {
        return Audience.CAPTAIN;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        Matcher asked = ASKED.matcher(argument);
        if (!asked.matches()) {
            return gone(exchange);
        }
        long id = Long.parseLong(asked.group(1));
        Optional<String> sure = Optional.ofNullable(asked.group(2));
        return exchange.access().chain(access -> JoinLinks.byId(exchange::read, exchange.organisation(), id)
                .chain(link -> link.filter(found -> access.may(Deed.INVITE, found.branch()))
                        .map(found -> answer(exchange, found, sure))
                        .orElseGet(() -> gone(exchange))));
    }

    private static Uni<Void> answer(Exchange exchange, JoinLink link, Optional<String> sure) {
        if (link.revokedAt() != null) {
            InPlace.say(exchange, Inviting.SPEECH.count(exchange, "revoked", link.uses()), Keyboard.NONE);
        } else if (sure.isEmpty()) {
            ask(exchange, link);
        } else if (sure.get().equals("yes")) {
            JoinLinks.revoke(exchange, exchange.organisation(), link.id(), exchange.now());
            InPlace.say(exchange, Inviting.SPEECH.count(exchange, "revoked", link.uses()), Keyboard.NONE);
        } else {
            InPlace.say(exchange, Inviting.SPEECH.say(exchange, "kept"), Keyboard.NONE);
        }
        return Uni.createFrom().voidItem();
    }

    private static void ask(Exchange exchange, JoinLink link) {
        // The button is below a picture, whose text cannot be changed like a message's.
        exchange.say(
                Inviting.SPEECH.say(exchange, "sure"),
                Keyboard.row(
                        Inviting.SPEECH.button(exchange, "revoke.yes", "revoke", link.id() + ":yes"),
                        Inviting.SPEECH.button(exchange, "revoke.no", "revoke", link.id() + ":no")));
    }

    private static Uni<Void> gone(Exchange exchange) {
        exchange.say(Inviting.SPEECH.say(exchange, "not_for_you"));
        return Uni.createFrom().voidItem();
    }
}
