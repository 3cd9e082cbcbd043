package org.branchline.campaign.event.signing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.branchline.campaign.event.Mine;
import org.branchline.campaign.event.Shift;
import org.branchline.campaign.event.ShiftText;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Moments;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Speech;
import org.branchline.intake.StartAddress;
import org.branchline.roster.Organisations;
import org.branchline.roster.joining.JoinLink;
import org.branchline.roster.joining.JoinLinks;

/** Bring a friend: a join link that lands in the shift, and a text to forward with it; whoever made it takes it back. */
@Singleton
class Bringing implements Command {

    private static final Speech SPEECH = ShiftText.SPEECH;
    private static final String BACK = ".x";
    private static final Pattern PRESSED = Pattern.compile("(\\d{1,12})(\\.x)?");

    private final StartAddress addresses;
    private final Organisations organisations;

    Bringing(StartAddress addresses, Organisations organisations) {
        this.addresses = addresses;
        this.organisations = organisations;
    }

    @Override
    public String name() {
        return ShiftText.BRINGING;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        Matcher pressed = PRESSED.matcher(argument);
        if (!pressed.matches()) {
            return late(exchange);
        }
        boolean back = pressed.group(2) != null;
        return Mine.find(exchange, Long.parseLong(pressed.group(1)))
                .chain(found -> found.filter(mine -> back || comes(exchange, mine))
                        .map(mine -> back ? takeBack(exchange, mine.shift()) : give(exchange, mine.shift()))
                        .orElseGet(() -> late(exchange)));
    }

    private static boolean comes(Exchange exchange, Mine mine) {
        return mine.standing().in() && mine.shift().open() && !mine.shift().begun(exchange.now());
    }

    private Uni<Void> give(Exchange exchange, Shift shift) {
        return FriendLinks.own(exchange, shift)
                .chain(own ->
                        own.map(link -> Uni.createFrom().item(link)).orElseGet(() -> FriendLinks.make(exchange, shift)))
                .invoke(link -> {
                    if (link.at(exchange.now()) != JoinLink.Standing.OPEN) {
                        exchange.say(SPEECH.say(exchange, "friend.full"), Keyboard.NONE);
                        return;
                    }
                    addresses
                            .of(exchange.scene().bot(), link.code().payload())
                            .ifPresentOrElse(
                                    address -> say(exchange, shift, link, address),
                                    () -> exchange.say(SPEECH.say(exchange, "friend.not_yet"), Keyboard.NONE));
                })
                .replaceWithVoid();
    }

    private void say(Exchange exchange, Shift shift, JoinLink link, String address) {
        String language = exchange.person().language();
        exchange.say(
                SPEECH.count(exchange, "friend", left(link)),
                Keyboard.row(SPEECH.button(exchange, "friend_back", ShiftText.BRINGING, shift.id() + BACK)));
        exchange.say(SPEECH.say(
                exchange,
                "friend.forward",
                "title",
                shift.event().title(language),
                "organisation",
                organisations.organisation(exchange.organisation()).name(),
                "at",
                Moments.named(shift.startsAt(), Mine.zone(exchange), language),
                "address",
                address));
    }

    /** How many may still come by it. */
    private static int left(JoinLink link) {
        Integer most = link.most();
        return (most == null ? FriendLinks.MOST : most) - link.uses();
    }

    private static Uni<Void> takeBack(Exchange exchange, Shift shift) {
        return FriendLinks.own(exchange, shift)
                .invoke(own -> {
                    own.ifPresent(
                            link -> JoinLinks.revoke(exchange, exchange.organisation(), link.id(), exchange.now()));
                    InPlace.say(exchange, SPEECH.say(exchange, "friend.back"), Keyboard.NONE);
                })
                .replaceWithVoid();
    }

    private static Uni<Void> late(Exchange exchange) {
        exchange.say(SPEECH.say(exchange, "friend.late"), Keyboard.NONE);
        return Uni.createFrom().voidItem();
    }
}
