package org.branchline.campaign.broadcast.composing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.BiFunction;
import org.branchline.conversation.Attached;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Exchange;
import org.branchline.intake.Expecting;
import org.branchline.intake.Speech;
import org.branchline.intake.What;
import org.branchline.roster.Access;
import org.branchline.roster.Deed;

/** Hears the text of a message to many, and the number that confirms it. */
@Singleton
class Writing implements Expecting {

    private static final Speech SPEECH = Reach.SPEECH;

    private final Asking asking;
    private final Previewing previewing;
    private final Sending sending;
    private final Taking taking;
    private final Timekeeping timekeeping;

    Writing(Asking asking, Previewing previewing, Sending sending, Taking taking, Timekeeping timekeeping) {
        this.asking = asking;
        this.previewing = previewing;
        this.sending = sending;
        this.taking = taking;
        this.timekeeping = timekeeping;
    }

    @Override
    public Uni<Boolean> cancelled(Exchange exchange) {
        return Compositions.find(exchange).map(found -> {
            if (found.isEmpty()) {
                return false;
            }
            Compositions.drop(exchange);
            exchange.say(SPEECH.say(exchange, "composing.stopped"));
            return true;
        });
    }

    @Override
    public Uni<Boolean> sent(Exchange exchange, What.Sent sent) {
        Attached attached = sent.attached();
        return attached == null
                ? Uni.createFrom().item(false)
                : heard(
                        exchange,
                        (access, composition) -> composition.step() == Composition.Step.AUDIENCE
                                ? asking.next(exchange, access, composition)
                                : taking.piece(exchange, access, composition, attached, sent.caption()));
    }

    @Override
    public Uni<Boolean> heard(Exchange exchange, String text) {
        return heard(exchange, (access, composition) -> take(exchange, access, composition, text));
    }

    /** What this chat's composition makes of something; false where there is none. */
    private Uni<Boolean> heard(Exchange exchange, BiFunction<Access, Composition, Uni<Void>> take) {
        return Compositions.find(exchange).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(false);
            }
            return exchange.access().chain(access -> {
                if (!access.mayAnywhere(Deed.BROADCAST)) {
                    Compositions.drop(exchange);
                    return Uni.createFrom().item(false);
                }
                return take.apply(access, found.get()).replaceWith(true);
            });
        });
    }

    private Uni<Void> take(Exchange exchange, Access access, Composition composition, String text) {
        Besides besides = composition.said().besides();
        Optional<String> before = besides.justHeard(exchange.now());
        String first = previewing.organisation(exchange).languages().get(0);
        return switch (composition.step()) {
            case TEXT -> text(exchange, access, composition, first, text);
            case OTHER_TEXT ->
                text(exchange, access, composition, besides.awaited().language(), text);
            case LABELS ->
                taking.labels(exchange, access, composition, besides.awaited().language(), text);
            case ACTIONS -> taking.labels(exchange, access, composition, first, text);
            case TIME -> timekeeping.typed(exchange, access, composition, text);
            case CONFIRM -> sending.typed(exchange, access, composition, text);
            case AUDIENCE -> asking.next(exchange, access, composition);
            case KIND, PREVIEW ->
                before.map(language -> taking.joined(exchange, access, composition, language, text))
                        .orElseGet(() -> already(exchange, composition));
        };
    }

    private Uni<Void> text(Exchange exchange, Access access, Composition composition, String language, String text) {
        return composition
                .said()
                .besides()
                .justHeard(exchange.now())
                .map(before -> taking.rest(exchange, composition, before))
                .orElseGet(() -> taking.text(exchange, access, composition, language, text.strip()));
    }

    private static Uni<Void> already(Exchange exchange, Composition composition) {
        Buttons buttons = new Buttons(exchange, composition.id());
        exchange.say(
                SPEECH.say(exchange, "text.already"), Keyboard.row(buttons.of("text", "t"), buttons.of("stop", "x")));
        return Uni.createFrom().voidItem();
    }
}
