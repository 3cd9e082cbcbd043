package org.branchline.campaign.deadline.handing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.branchline.campaign.broadcast.composing.Reach;
import org.branchline.campaign.deadline.Deadline;
import org.branchline.campaign.deadline.Handed;
import org.branchline.campaign.deadline.Telling;
import org.branchline.campaign.helpdesk.Helper;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.database.Audit;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.roster.Organisations;

/** A press below what a branch is asked to take on: its captain accepts or declines, whoever set it asks another branch. */
@Singleton
class Answering implements Command {

    private static final Pattern PRESSED = Pattern.compile("([adnob])\\.(\\d{1,18})\\.(\\d{1,18})");

    private static final String ACCEPT = """
            update deadline set handing = 'accepted', captain = $4
            where organisation = $1 and bot = $5 and id = $2 and branch = $3 and state = 'open' and handing = 'asked'
            returning id
            """;

    /** From now on it is theirs by name; and they heard of it. */
    private static final String HOLD = """
            with held as (
              insert into deadline_holder (organisation, deadline, member) values ($1, $2, $3) on conflict do nothing)
            insert into deadline_heard (organisation, deadline, member) values ($1, $2, $3) on conflict do nothing
            """;

    private final Organisations organisations;

    Answering(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public String name() {
        return Handing.NAME;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        Matcher pressed = PRESSED.matcher(argument);
        if (!pressed.matches()) {
            return gone(exchange);
        }
        long with = Long.parseLong(pressed.group(3));
        return Handed.find(exchange, Long.parseLong(pressed.group(2)))
                .chain(found -> found.filter(handed -> !over(exchange, handed.deadline()))
                        .map(handed -> act(exchange, handed, pressed.group(1), with))
                        .orElseGet(() -> gone(exchange)));
    }

    private static boolean over(Exchange exchange, Deadline deadline) {
        return deadline.over(Reach.zone(exchange), exchange.now());
    }

    private Uni<Void> act(Exchange exchange, Handed handed, String deed, long with) {
        if (deed.equals("o") || deed.equals("b")) {
            return exchange.access()
                    .chain(access -> Exchanging.pressed(
                            exchange,
                            access,
                            handed,
                            deed,
                            with,
                            organisations.organisation(exchange.organisation()).quietHours()));
        }
        if (with != handed.branch()) {
            return gone(exchange);
        }
        return Handing.captains(exchange, with).chain(captains -> {
            Optional<Helper> me = captains.stream()
                    .filter(captain -> captain.member() == exchange.member().id())
                    .findFirst();
            if (me.isEmpty()) {
                return gone(exchange);
            }
            return switch (deed) {
                case "a" -> accept(exchange, handed);
                case "d" -> Declining.decline(exchange, handed);
                default -> Declining.said(exchange, handed, "");
            };
        });
    }

    private static Uni<Void> accept(Exchange exchange, Handed handed) {
        return exchange.read(
                        ACCEPT,
                        exchange.organisation().number(),
                        handed.deadline().id(),
                        handed.branch(),
                        exchange.member().id(),
                        exchange.scene().bot().id())
                .chain(rows -> {
                    if (rows.size() == 0) {
                        return answered(exchange, handed);
                    }
                    exchange.write(
                            HOLD,
                            exchange.organisation().number(),
                            handed.deadline().id(),
                            exchange.member().id());
                    audit(exchange, handed, "accepted a deadline for a branch");
                    return show(exchange, handed);
                });
    }

    /** Nobody answers twice: who did sees it again, another sees who did. */
    static Uni<Void> answered(Exchange exchange, Handed before) {
        return Handed.find(exchange, before.deadline().id()).chain(found -> {
            Handed handed = found.orElse(before);
            if (handed.heldBy(exchange.member().id())) {
                return show(exchange, handed);
            }
            if (handed.state() == Handed.State.DECLINING
                    && Objects.equals(handed.captain(), exchange.member().id())) {
                return gone(exchange);
            }
            InPlace.say(
                    exchange,
                    handed.deadline().title(exchange.person().language()) + "\n" + handed.line(exchange),
                    Keyboard.NONE);
            return Uni.createFrom().voidItem();
        });
    }

    private static Uni<Void> show(Exchange exchange, Handed handed) {
        Deadline deadline = handed.deadline();
        String language = exchange.person().language();
        InPlace.say(
                exchange,
                Handing.SPEECH.say(exchange, "accepted", "branch", handed.branchName(exchange)) + "\n\n"
                        + Handing.words(deadline, exchange.person().name(), Reach.zone(exchange), language),
                Telling.keyboard(deadline, 0, language, true));
        return Uni.createFrom().voidItem();
    }

    static void audit(Exchange exchange, Handed handed, String what) {
        Audit.record(
                exchange,
                exchange.organisation(),
                "member " + exchange.member().id(),
                what,
                List.of("deadline " + handed.deadline().id(), "branch " + handed.branch()));
    }

    static Uni<Void> gone(Exchange exchange) {
        exchange.say(new Outgoing.Acknowledge(Handing.SPEECH.say(exchange, "gone")));
        return Uni.createFrom().voidItem();
    }
}
