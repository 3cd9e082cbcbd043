package org.branchline.campaign.invite;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.roster.Access;
import org.branchline.roster.Deed;
import org.branchline.roster.joining.JoinLink;
import org.branchline.roster.joining.JoinLinks;

/** Takes a join link out of service. */
@Singleton
class Revoking implements Command {

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
        if (!argument.matches("\\d{1,18}")) {
            return gone(exchange);
        }
        return exchange.access()
                .chain(access -> JoinLinks.byId(exchange::read, exchange.organisation(), Long.parseLong(argument))
                        .chain(link -> revoke(exchange, access, link)));
    }

    private static Uni<Void> revoke(Exchange exchange, Access access, Optional<JoinLink> found) {
        if (found.isEmpty() || !access.may(Deed.INVITE, found.get().branch())) {
            return gone(exchange);
        }
        JoinLink link = found.get();
        JoinLinks.revoke(exchange, exchange.organisation(), link.id(), exchange.now());
        // The button is below a picture, whose text cannot be changed like a message's.
        exchange.say(Inviting.SPEECH.count(exchange, "revoked", link.uses()));
        return Uni.createFrom().voidItem();
    }

    private static Uni<Void> gone(Exchange exchange) {
        exchange.say(Inviting.SPEECH.say(exchange, "not_for_you"));
        return Uni.createFrom().voidItem();
    }
}
