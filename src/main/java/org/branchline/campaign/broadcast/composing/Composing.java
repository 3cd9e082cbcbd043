package org.branchline.campaign.broadcast.composing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Speech;
import org.branchline.roster.Access;
import org.branchline.roster.Deed;

/** {@code /broadcast}: begins a message to many; its buttons go on with it. */
@Singleton
class Composing implements Command {

    /** Before the number of a branch: a message to all of it. */
    static final String TO_BRANCH = "b";

    private static final Speech SPEECH = Reach.SPEECH;
    private static final Pattern PRESSED = Pattern.compile("(\\d{1,18})\\.([a-z]{1,5})(?:\\.([a-z0-9]{1,18}))?");
    private static final Pattern BRANCH = Pattern.compile(TO_BRANCH + "(\\d{1,18})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private static final String SENT =
            "select 1 from broadcast where organisation = $1 and key = $2 and created_by = $3";

    private final Choosing choosing;
    private final Asking asking;
    private final Previewing previewing;
    private final Sending sending;
    private final Proposing proposing;

    Composing(Choosing choosing, Asking asking, Previewing previewing, Sending sending, Proposing proposing) {
        this.choosing = choosing;
        this.asking = asking;
        this.previewing = previewing;
        this.sending = sending;
        this.proposing = proposing;
    }

    @Override
    public String name() {
        return Buttons.COMMAND;
    }

    @Override
    public Audience audience() {
        return Audience.CAPTAIN;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        return exchange.access().chain(access -> {
            if (!access.mayAnywhere(Deed.BROADCAST)) {
                exchange.say(SPEECH.say(exchange, "not_for_you"));
                return Uni.createFrom().voidItem();
            }
            Matcher pressed = PRESSED.matcher(argument);
            if (!pressed.matches()) {
                Matcher branch = BRANCH.matcher(argument);
                return Compositions.begin(exchange)
                        .chain(begun -> branch.matches()
                                ? choose(exchange, access, begun, "b", branch.group(1))
                                : asking.next(exchange, access, begun));
            }
            long id = Long.parseLong(pressed.group(1));
            String with = Objects.requireNonNullElse(pressed.group(3), "");
            return Compositions.find(exchange).chain(found -> found.filter(one -> one.id() == id)
                    .map(one -> act(exchange, access, one, pressed.group(2), with))
                    .orElseGet(() -> over(exchange, id)));
        });
    }

    private Uni<Void> act(Exchange exchange, Access access, Composition composition, String deed, String with) {
        return switch (deed) {
            case "a" ->
                choosing.offer(
                        exchange,
                        access,
                        new Buttons(exchange, composition.id()),
                        NUMBER.matcher(with).matches() && with.length() < 5 ? Integer.parseInt(with) : 0);
            case "e", "b", "p", "n" -> choose(exchange, access, composition, deed, with);
            case "q" -> propose(exchange, access, composition, with);
            case "y" -> pace(exchange, access, composition, with.equals("1"));
            case "look" -> told(exchange, "look");
            case "test" -> test(exchange, access, composition);
            case "send" -> sending.pressed(exchange, access, composition, with);
            case "x" -> {
                Compositions.drop(exchange);
                InPlace.say(exchange, SPEECH.say(exchange, "composing.stopped"), Keyboard.NONE);
                yield Uni.createFrom().voidItem();
            }
            default ->
                Rewording.of(composition, previewing.organisation(exchange).languages(), deed, with)
                        .map(composition::saying)
                        .or(() -> Timekeeping.pressed(exchange, composition.going(), deed)
                                .map(composition::going))
                        .map(changed -> go(exchange, access, changed))
                        .orElseGet(() -> asking.next(exchange, access, composition));
        };
    }

    private Uni<Void> propose(Exchange exchange, Access access, Composition composition, String token) {
        return proposing
                .chosen(exchange, previewing.organisation(exchange), composition.said(), token)
                .chain(found -> found.map(said -> go(exchange, access, composition.saying(said)))
                        .orElseGet(() -> proposing.ask(exchange, composition)));
    }

    /** Paid for so that it goes faster, or not: something else than what was looked at. */
    private Uni<Void> pace(Exchange exchange, Access access, Composition composition, boolean paid) {
        if (composition.step().compareTo(Composition.Step.PREVIEW) < 0) {
            return asking.next(exchange, access, composition);
        }
        Composition changed = composition.paying(paid);
        Compositions.save(exchange, changed);
        return previewing.showControls(exchange, access, changed);
    }

    private Uni<Void> choose(Exchange exchange, Access access, Composition composition, String deed, String with) {
        if (deed.equals("b") && !NUMBER.matcher(with).matches()) {
            return choosing.offer(exchange, access, new Buttons(exchange, composition.id()), 0);
        }
        return choosing.chosen(exchange, access, deed, with).chain(found -> found.map(
                        chosen -> go(exchange, access, composition.to(chosen.audience(), chosen.whom())))
                .orElseGet(() -> choosing.offer(exchange, access, new Buttons(exchange, composition.id()), 0)));
    }

    private Uni<Void> go(Exchange exchange, Access access, Composition changed) {
        Compositions.save(exchange, changed);
        return asking.next(exchange, access, changed);
    }

    private Uni<Void> test(Exchange exchange, Access access, Composition composition) {
        if (composition.step().compareTo(Composition.Step.PREVIEW) < 0) {
            return asking.next(exchange, access, composition);
        }
        exchange.say(previewing.message(exchange, composition));
        return Uni.createFrom().voidItem();
    }

    /** A button of one that was sent or dropped. */
    private static Uni<Void> over(Exchange exchange, long id) {
        return exchange.read(
                        SENT,
                        exchange.organisation().number(),
                        Composition.key(id),
                        exchange.member().id())
                .chain(rows -> told(exchange, rows.size() > 0 ? "composing.sent" : "composing.over"));
    }

    private static Uni<Void> told(Exchange exchange, String key) {
        exchange.say(new Outgoing.Acknowledge(SPEECH.say(exchange, key)));
        return Uni.createFrom().voidItem();
    }
}
