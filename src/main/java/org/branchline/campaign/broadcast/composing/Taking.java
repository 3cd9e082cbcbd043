package org.branchline.campaign.broadcast.composing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.branchline.campaign.broadcast.Kind;
import org.branchline.campaign.broadcast.Wording;
import org.branchline.conversation.Attached;
import org.branchline.conversation.Keyboard;
import org.branchline.delivery.Attachments;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;
import org.branchline.roster.Access;

/** Takes texts, pictures, documents and labels for a message to many, or says why they do not fit. */
@Singleton
class Taking {

    private static final Speech SPEECH = Reach.SPEECH;

    private final Asking asking;
    private final Previewing previewing;

    Taking(Asking asking, Previewing previewing) {
        this.asking = asking;
        this.previewing = previewing;
    }

    /** The rest of a text that was refused as too long. */
    Uni<Void> rest(Exchange exchange, Composition composition, String language) {
        heard(exchange, composition, composition.said(), language);
        exchange.say(SPEECH.say(exchange, "text.rest"));
        return Uni.createFrom().voidItem();
    }

    private static void heard(Exchange exchange, Composition composition, Said said, String language) {
        Compositions.save(exchange, composition.saying(said.with(said.besides().hearing(language, exchange.now()))));
    }

    /** What came right behind a text belongs to it: two short messages, or one that the app cut in two. */
    Uni<Void> joined(Exchange exchange, Access access, Composition composition, String language, String text) {
        Said said = composition.said();
        boolean other = said.besides().texts().containsKey(language);
        String whole = (other ? said.besides().texts().get(language) : said.text()) + "\n" + text.strip();
        int most = most(exchange, said, whole);
        if (whole.length() <= most) {
            return text(exchange, access, composition, language, whole);
        }
        Said without =
                other ? said.with(said.besides().awaiting(Besides.Awaited.Thing.TEXT, language)) : said.saying("");
        heard(exchange, composition, without, language);
        exchange.say(SPEECH.say(exchange, "text.cut", "length", "" + whole.length(), "most", "" + most));
        return Uni.createFrom().voidItem();
    }

    /** A text in a language. */
    Uni<Void> text(Exchange exchange, Access access, Composition composition, String language, String text) {
        Said said = composition.said();
        int most = most(exchange, said, text);
        if (text.length() > most) {
            heard(exchange, composition, said, language);
            tooLong(exchange, composition, said, text.length(), most);
            return Uni.createFrom().voidItem();
        }
        return text.isEmpty()
                ? asking.next(exchange, access, composition)
                : go(exchange, access, composition, worded(exchange, said, language, text));
    }

    private Said worded(Exchange exchange, Said said, String language, String text) {
        boolean first = language.equals(languages(exchange).get(0));
        Said changed = first ? said.saying(text) : said.with(said.besides().saying(language, text));
        return changed.with(changed.besides().hearing(language, exchange.now()));
    }

    private static void tooLong(Exchange exchange, Composition composition, Said said, int length, int most) {
        boolean below = said.besides().piece() != null;
        Besides.Piece taken = composition.said().besides().piece();
        String wrong = SPEECH.say(
                exchange,
                below ? "text.too_long.below" : "text.too_long",
                "length",
                "" + length,
                "over",
                "" + (length - most),
                "most",
                "" + most);
        exchange.say(
                wrong,
                taken == null ? Keyboard.NONE : Keyboard.row(taken.leaving(new Buttons(exchange, composition.id()))));
    }

    /** How many characters a text may have; before it is chosen, what it is, as many as fit an appeal. */
    private int most(Exchange exchange, Said said, String text) {
        return Wording.room(
                previewing.organisation(exchange),
                Objects.requireNonNullElse(said.kind(), Kind.APPEAL),
                said.besides().piece() != null,
                text);
    }

    /** A picture or document; a text below it becomes the text. */
    Uni<Void> piece(Exchange exchange, Access access, Composition composition, Attached attached, String caption) {
        Said said = composition.said();
        Besides.Piece before = said.besides().piece();
        if (before != null) {
            exchange.say(
                    SPEECH.say(exchange, "piece.already"),
                    Keyboard.row(before.leaving(new Buttons(exchange, composition.id()))));
            return Uni.createFrom().voidItem();
        }
        String language = composition.step() == Composition.Step.OTHER_TEXT
                ? said.besides().awaited().language()
                : languages(exchange).get(0);
        Said with = said.with(said.besides().with(new Besides.Piece(0, attached)));
        Said whole = caption.isBlank() ? with : worded(exchange, with, language, caption.strip());
        for (String text : whole.all()) {
            int most = most(exchange, whole, text);
            if (text.length() > most) {
                tooLong(exchange, composition, whole, text.length(), most);
                return Uni.createFrom().voidItem();
            }
        }
        return Attachments.keep(exchange::read, exchange.scene().bot(), attached, exchange.now())
                .chain(number -> go(
                        exchange,
                        access,
                        composition,
                        whole.with(whole.besides().with(new Besides.Piece(number, attached)))));
    }

    /** The writer's own labels of the buttons. */
    Uni<Void> labels(Exchange exchange, Access access, Composition composition, String language, String text) {
        List<String> languages = languages(exchange);
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
                        composition,
                        Labelling.taken(composition.said(), language, labels, languages)));
    }

    private List<String> languages(Exchange exchange) {
        return previewing.organisation(exchange).languages();
    }

    private Uni<Void> go(Exchange exchange, Access access, Composition composition, Said said) {
        Composition changed = composition.saying(said);
        Compositions.save(exchange, changed);
        return asking.next(exchange, access, changed);
    }
}
