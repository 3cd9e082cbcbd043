package org.branchline.campaign.branch.appointing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.database.Audit;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;
import org.branchline.intake.StartAddress;
import org.branchline.roster.Branch;
import org.branchline.roster.joining.JoinLink;
import org.branchline.roster.joining.JoinLinks;

/** A link for one person, to be sent to whoever may look after a branch; what it is for, only the database knows. */
@Singleton
class CaptainLink {

    private static final Duration VALID = Duration.ofDays(14);

    private final StartAddress addresses;
    private final Words words;

    CaptainLink(StartAddress addresses, Words words) {
        this.addresses = addresses;
        this.words = words;
    }

    Uni<Void> give(Exchange exchange, Branch branch) {
        return JoinLinks.make(
                        exchange::read,
                        exchange.organisation(),
                        exchange.member().id(),
                        branch.id(),
                        exchange.now(),
                        exchange.now().plus(VALID),
                        1,
                        JoinLink.Purpose.CAPTAIN)
                .invoke(link -> addresses
                        .of(exchange.scene().bot(), link.code().payload())
                        .ifPresentOrElse(
                                address -> say(exchange, branch, link, address),
                                () -> exchange.say(Words.SPEECH.say(exchange, "not_yet"))))
                .replaceWithVoid();
    }

    private void say(Exchange exchange, Branch branch, JoinLink link, String address) {
        String name = branch.name(exchange.person().language());
        Audit.record(
                exchange,
                exchange.organisation(),
                "member " + exchange.member().id(),
                "made a captain's link",
                List.of("branch " + branch.id(), "link " + link.id()));
        Words.said(
                exchange,
                Keyboard.row(new Button(
                        Words.SPEECH.say(exchange, "button.revoke"), new Action.Order("revoke", "" + link.id()))),
                "link",
                "branch",
                name,
                "day",
                Speech.day(exchange, link.expiresAt()));
        exchange.say(Words.SPEECH.say(
                exchange, "mail", "branch", name, "organisation", words.organisation(exchange), "address", address));
    }
}
