package org.branchline.campaign.invite;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.database.OrganisationId;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;
import org.branchline.intake.StartAddress;
import org.branchline.roster.Branch;
import org.branchline.roster.Organisation;
import org.branchline.roster.Organisations;
import org.branchline.roster.RosterConfig;
import org.branchline.roster.joining.JoinLink;
import org.branchline.roster.joining.JoinLinks;
import org.jspecify.annotations.Nullable;

/** A join link with its picture, and a text to paste into an e-mail in each of the organisation's languages. */
@Singleton
class Invitation {

    private final StartAddress addresses;
    private final Organisations organisations;
    private final RosterConfig config;

    Invitation(StartAddress addresses, Organisations organisations, RosterConfig config) {
        this.addresses = addresses;
        this.organisations = organisations;
        this.config = config;
    }

    /** The member's link for a branch that still works, else a new one; without a branch newcomers are asked. */
    Uni<Void> give(Exchange exchange, Optional<Branch> branch) {
        return link(exchange, branch.map(Branch::id).orElse(null))
                .invoke(link -> addresses
                        .of(exchange.scene().bot(), link.code().payload())
                        .ifPresentOrElse(
                                address -> say(exchange, branch, link, address),
                                () -> exchange.say(Inviting.SPEECH.say(exchange, "not_yet"))))
                .replaceWithVoid();
    }

    private Uni<JoinLink> link(Exchange exchange, @Nullable Long branch) {
        OrganisationId organisation = exchange.organisation();
        long maker = exchange.member().id();
        return JoinLinks.standing(exchange::read, organisation, maker, branch, exchange.now())
                .chain(standing -> standing.map(link -> Uni.createFrom().item(link))
                        .orElseGet(() -> JoinLinks.make(
                                exchange::read,
                                organisation,
                                maker,
                                branch,
                                exchange.now(),
                                exchange.now().plus(config.joinLinkValidity()),
                                null,
                                JoinLink.Purpose.JOIN)));
    }

    private void say(Exchange exchange, Optional<Branch> branch, JoinLink link, String address) {
        Organisation organisation = organisations.organisation(exchange.organisation());
        String where =
                branch.map(found -> found.name(exchange.person().language())).orElse(organisation.name());
        String caption = Inviting.SPEECH.say(exchange, "link", "where", where, "address", address)
                + "\n"
                + Inviting.SPEECH.count(exchange, "uses", link.uses(), "day", Speech.day(exchange, link.expiresAt()));
        exchange.say(new Outgoing.File(
                "join" + branch.map(found -> "-" + found.key()).orElse("") + ".png",
                "image/png",
                QrPicture.of(address),
                true,
                caption,
                Keyboard.row(Inviting.SPEECH.button(exchange, "revoke", "revoke", "" + link.id()))));
        StringBuilder mail = new StringBuilder(Inviting.SPEECH.say(exchange, "paste"));
        for (String language : organisation.languages()) {
            mail.append("\n\n")
                    .append(Inviting.SPEECH.in(
                            language,
                            branch.isPresent() ? "mail.branch" : "mail",
                            "organisation",
                            organisation.name(),
                            "branch",
                            branch.map(found -> found.name(language)).orElse(""),
                            "address",
                            address));
        }
        exchange.say(mail.toString());
    }
}
