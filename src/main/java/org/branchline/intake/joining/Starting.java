package org.branchline.intake.joining;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.LinkOpened;
import org.branchline.intake.Speech;
import org.branchline.intake.own.Card;
import org.branchline.roster.Branch;
import org.branchline.roster.Member;
import org.branchline.roster.joining.JoinLink;
import org.branchline.roster.joining.JoinLinks;
import org.branchline.roster.joining.Joining;

/**
 * {@code /start}: a new person begins to join, somebody in the middle of something goes on, everybody else sees what is
 * open. A link that no longer works is said so kindly, and joining goes on without its branch.
 */
@Singleton
class Starting implements Command {

    /** The bundled playbook by which people join. */
    static final String JOINING = "joining";

    private static final Speech SPEECH = Speech.of("joining");

    private final Joining joining;
    private final Card card;
    private final List<LinkOpened> opened;

    Starting(Joining joining, Card card, Instance<LinkOpened> opened) {
        this.joining = joining;
        this.card = card;
        this.opened = opened.stream().toList();
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public Audience audience() {
        return Audience.ANYONE;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        joining.reachable(exchange, exchange.scene().bot(), exchange.scene().chat());
        Member member = exchange.scene().member();
        if (member == null) {
            return byLink(exchange, argument).chain(() -> goOn(exchange));
        }
        if (member.stopped()) {
            return backByLink(exchange, argument).chain(() -> goOn(exchange));
        }
        return answered(exchange, argument).chain(answered -> {
            if (answered) {
                return Uni.createFrom().voidItem();
            }
            return exchange.front() == null ? card.show(exchange) : goOn(exchange);
        });
    }

    private Uni<Boolean> answered(Exchange exchange, String payload) {
        return JoinLinks.byPayload(exchange::read, exchange.organisation(), payload)
                .chain(found -> Multi.createFrom()
                        .iterable(found.isEmpty() ? List.<LinkOpened>of() : opened)
                        .onItem()
                        .transformToUniAndConcatenate(one -> one.opened(exchange, found.orElseThrow()))
                        .filter(answered -> answered)
                        .toUni())
                .map(first -> first != null);
    }

    private static Uni<Void> goOn(Exchange exchange) {
        return exchange.front() == null
                ? exchange.begin(JOINING)
                : exchange.resume(exchange.front().id());
    }

    private Uni<Void> byLink(Exchange exchange, String payload) {
        if (payload.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return JoinLinks.byPayload(exchange::read, exchange.organisation(), payload)
                .invoke(link -> take(exchange, link))
                .replaceWithVoid();
    }

    /** Whoever stopped joins again first, and lands in the friend's shift then. */
    private Uni<Void> backByLink(Exchange exchange, String payload) {
        return JoinLinks.byPayload(exchange::read, exchange.organisation(), payload)
                .invoke(found -> found.filter(link -> link.purpose() == JoinLink.Purpose.SHIFT)
                        .ifPresent(link -> joining.cameBy(
                                exchange,
                                exchange.scene().bot(),
                                exchange.scene().chat(),
                                link.id())))
                .replaceWithVoid();
    }

    private void take(Exchange exchange, Optional<JoinLink> found) {
        JoinLink.Standing standing = found.map(link -> link.at(exchange.now())).orElse(null);
        if (standing != JoinLink.Standing.OPEN) {
            exchange.say(SPEECH.say(exchange, standing == null ? "link.unknown" : "link.over"));
            return;
        }
        JoinLink link = found.orElseThrow();
        joining.cameBy(exchange, exchange.scene().bot(), exchange.scene().chat(), link.id());
        Optional<Branch> branch = exchange.scene().branches().branch(link.branch());
        branch.ifPresent(known -> exchange.person(
                exchange.person().withBranch(known.name(exchange.person().language()), known.captain())));
        branch.map(Branch::zone)
                .ifPresent(zone -> exchange.person(exchange.person().withZone(zone)));
    }
}
