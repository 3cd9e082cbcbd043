package org.branchline.campaign.broadcast.composing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
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
    private final Previewing previewing;
    private final Sending sending;

    Writing(Asking asking, Previewing previewing, Sending sending) {
        this.asking = asking;
        this.previewing = previewing;
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
        Besides besides = composition.said().besides();
        Optional<String> before = besides.justHeard(exchange.now());
        List<String> languages = previewing.organisation(exchange).languages();
        return switch (composition.step()) {
            case TEXT ->
                before.isPresent()
                        ? rest(exchange, composition, before.get())
                        : text(exchange, access, composition, languages.get(0), text.strip());
            case OTHER_TEXT ->
                before.isPresent()
                        ? rest(exchange, composition, before.get())
                        : text(exchange, access, composition, besides.awaited().language(), text.strip());
            case LABELS ->
                labels(exchange, access, composition, besides.awaited().language(), text);
            case ACTIONS -> labels(exchange, access, composition, languages.get(0), text);
            case CONFIRM -> sending.typed(exchange, access, composition, text);
            case AUDIENCE -> asking.next(exchange, access, composition);
            case KIND, PREVIEW ->
                before.map(language -> joined(exchange, access, composition, language, text))
                        .orElseGet(() -> already(exchange, composition));
        };
    }

    private static Uni<Void> already(Exchange exchange, Composition composition) {
        Buttons buttons = new Buttons(exchange, composition.id());
        exchange.say(
                SPEECH.say(exchange, "text.already"), Keyboard.row(buttons.of("text", "t"), buttons.of("stop", "x")));
        return Uni.createFrom().voidItem();
    }

    /** The rest of a text that was refused as too long. */
    private static Uni<Void> rest(Exchange exchange, Composition composition, String language) {
        heard(exchange, composition, composition.said(), language);
        exchange.say(SPEECH.say(exchange, "text.rest"));
        return Uni.createFrom().voidItem();
    }

    private static void heard(Exchange exchange, Composition composition, Said said, String language) {
        Compositions.save(exchange, composition.saying(said.with(said.besides().hearing(language, exchange.now()))));
    }

    /** What came right behind a text belongs to it: two short messages, or one that the app cut in two. */
    private Uni<Void> joined(Exchange exchange, Access access, Composition composition, String language, String text) {
        Said said = composition.said();
        boolean other = said.besides().texts().containsKey(language);
        String whole = (other ? said.besides().texts().get(language) : said.text()) + "\n" + text.strip();
        if (whole.length() <= Draft.LONGEST_TEXT) {
            return text(exchange, access, composition, language, whole);
        }
        Said without =
                other ? said.with(said.besides().awaiting(Besides.Awaited.Thing.TEXT, language)) : said.saying("");
        heard(exchange, composition, without, language);
        exchange.say(SPEECH.say(exchange, "text.cut", "length", "" + whole.length(), "most", "" + Draft.LONGEST_TEXT));
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> text(Exchange exchange, Access access, Composition composition, String language, String text) {
        Said said = composition.said();
        if (text.length() > Draft.LONGEST_TEXT) {
            heard(exchange, composition, said, language);
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
        boolean first =
                language.equals(previewing.organisation(exchange).languages().get(0));
        Said changed = first ? said.saying(text) : said.with(said.besides().saying(language, text));
        return go(
                exchange,
                access,
                composition.saying(changed.with(changed.besides().hearing(language, exchange.now()))));
    }

    private Uni<Void> labels(Exchange exchange, Access access, Composition composition, String language, String text) {
        List<String> languages = previewing.organisation(exchange).languages();
        boolean other = !language.equals(languages.get(0));
        List<String> labels = Labelling.read(text);
        int count = other ? Labelling.first(composition.said(), languages).size() : 0;
        return Labelling.wrong(exchange, labels, count)
                .map(wrong -> {
                    exchange.say(wrong);
                    return Uni.createFrom().voidItem();
                })
                .orElseGet(() -> go(
                        exchange,
                        access,
                        composition.saying(Labelling.taken(composition.said(), language, labels, languages))));
    }

    private Uni<Void> go(Exchange exchange, Access access, Composition changed) {
        Compositions.save(exchange, changed);
        return asking.next(exchange, access, changed);
    }
}
