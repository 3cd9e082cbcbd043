package org.branchline.campaign.broadcast.composing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.campaign.broadcast.Draft;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Exchange;
import org.branchline.intake.Listening;
import org.branchline.intake.Speech;
import org.branchline.intake.What;
import org.branchline.roster.Access;
import org.branchline.roster.Deed;

/** Hears the text of a message to many, and the number that confirms it. */
@Singleton
class Writing implements Listening {

    private static final Speech SPEECH = Reach.SPEECH;

    private final Asking asking;
    private final Sending sending;

    Writing(Asking asking, Sending sending) {
        this.asking = asking;
        this.sending = sending;
    }

    @Override
    public boolean asked() {
        return true;
    }

    @Override
    public Uni<Boolean> replied(Exchange exchange, What.Text text) {
        return Uni.createFrom().item(false);
    }

    @Override
    public Uni<Boolean> between(Exchange exchange, What.Text text) {
        return heard(exchange, text.text());
    }

    @Override
    public Uni<Boolean> unasked(Exchange exchange, What.Text text) {
        return heard(exchange, text.text());
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

    private Uni<Boolean> heard(Exchange exchange, String text) {
        return Compositions.find(exchange).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(false);
            }
            return exchange.access().chain(access -> {
                if (!access.mayAnywhere(Deed.BROADCAST)) {
                    Compositions.drop(exchange);
                    return Uni.createFrom().item(false);
                }
                return take(exchange, access, found.get(), text).replaceWith(true);
            });
        });
    }

    private Uni<Void> take(Exchange exchange, Access access, Composition composition, String text) {
        return switch (composition.step()) {
            case TEXT -> text(exchange, access, composition, text.strip());
            case CONFIRM -> sending.typed(exchange, access, composition, text);
            case AUDIENCE -> asking.next(exchange, access, composition);
            case KIND, ACTIONS, PREVIEW -> {
                Buttons buttons = new Buttons(exchange, composition.id());
                exchange.say(
                        SPEECH.say(exchange, "text.already"),
                        Keyboard.row(buttons.of("text", "t"), buttons.of("stop", "x")));
                yield Uni.createFrom().voidItem();
            }
        };
    }

    private Uni<Void> text(Exchange exchange, Access access, Composition composition, String text) {
        if (text.length() > Draft.LONGEST_TEXT) {
            exchange.say(SPEECH.say(
                    exchange,
                    "text.too_long",
                    "length",
                    "" + text.length(),
                    "over",
                    "" + (text.length() - Draft.LONGEST_TEXT),
                    "most",
                    "" + Draft.LONGEST_TEXT));
            return Uni.createFrom().voidItem();
        }
        if (text.isEmpty()) {
            return asking.next(exchange, access, composition);
        }
        Composition written = composition.saying(composition.said().saying(text));
        Compositions.save(exchange, written);
        return asking.next(exchange, access, written);
    }
}
