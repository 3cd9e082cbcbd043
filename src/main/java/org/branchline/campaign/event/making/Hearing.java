package org.branchline.campaign.event.making;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.branchline.campaign.broadcast.composing.Reach;
import org.branchline.campaign.event.Where;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Exchange;
import org.branchline.intake.Expecting;
import org.branchline.intake.Speech;
import org.branchline.roster.Access;
import org.branchline.roster.Deed;

/** Hears what is typed of an event while it is made. */
@Singleton
class Hearing implements Expecting {

    /** More people than have ever sat in one phone bank. */
    static final int MOST_PLACES = 10_000;

    private static final Speech SPEECH = Making.SPEECH;
    private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,3}");

    /** Characters; a title stands on one line. */
    private static final int LONGEST_TITLE = 80;

    private static final int LONGEST_NOTE = 1_000;
    private static final int LONGEST_LINE = 300;

    private final Asking asking;
    private final Timing timing;

    Hearing(Asking asking, Timing timing) {
        this.asking = asking;
        this.timing = timing;
    }

    @Override
    public Uni<Boolean> cancelled(Exchange exchange) {
        return Sketches.find(exchange).map(found -> {
            if (found.isEmpty()) {
                return false;
            }
            Sketches.drop(exchange);
            exchange.say(SPEECH.say(exchange, "stopped"));
            return true;
        });
    }

    @Override
    public Uni<Boolean> heard(Exchange exchange, String text) {
        return Sketches.find(exchange).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(false);
            }
            return exchange.access().chain(access -> {
                if (!access.mayAnywhere(Deed.HOST)) {
                    Sketches.drop(exchange);
                    return Uni.createFrom().item(false);
                }
                return take(exchange, access, found.get(), text.strip()).replaceWith(true);
            });
        });
    }

    private Uni<Void> take(Exchange exchange, Access access, Sketch sketch, String text) {
        String line = text.replaceAll("\\s+", " ");
        return switch (sketch.step()) {
            case TITLE ->
                line.length() > LONGEST_TITLE
                        ? refuse(exchange, sketch, "too_long", LONGEST_TITLE)
                        : go(exchange, access, sketch.titled(language(exchange, sketch), line));
            case WHEN -> when(exchange, access, sketch, text);
            case PLACES ->
                COUNT.matcher(line).matches()
                        ? go(exchange, access, sketch.places(Integer.parseInt(line)))
                        : refuse(exchange, sketch, "places.unclear", MOST_PLACES - 1);
            case WHERE ->
                line.length() > Where.LONGEST
                        ? refuse(exchange, sketch, "too_long", Where.LONGEST)
                        : go(exchange, access, sketch.at(Where.read(text)));
            case LENGTH ->
                TypedLength.read(text)
                        .map(length -> timed(exchange, access, sketch.lasting(length)))
                        .orElseGet(() -> refuse(exchange, sketch, "length.unclear", 0));
            case MINIMUM ->
                COUNT.matcher(line).matches()
                        ? go(exchange, access, sketch.atLeast(Integer.parseInt(line)))
                        : refuse(exchange, sketch, "places.unclear", MOST_PLACES - 1);
            case NOTE ->
                text.length() > LONGEST_NOTE
                        ? refuse(exchange, sketch, "too_long", LONGEST_NOTE)
                        : go(exchange, access, sketch.noted(language(exchange, sketch), text));
            case LANGUAGES ->
                TypedLanguages.read(text)
                        .map(codes -> go(exchange, access, sketch.speaking(codes)))
                        .orElseGet(() -> refuse(exchange, sketch, "languages.unclear", TypedLanguages.MOST));
            case EQUIPMENT ->
                line.length() > LONGEST_LINE
                        ? refuse(exchange, sketch, "too_long", LONGEST_LINE)
                        : go(exchange, access, sketch.needing(line));
            case KIND, AREA, AUDIENCE, SCRIPT, DEBRIEF, PREVIEW -> asking.next(exchange, access, sketch);
        };
    }

    private String language(Exchange exchange, Sketch sketch) {
        List<String> languages = timing.organisation(exchange).languages();
        return sketch.language().isEmpty() ? languages.get(0) : sketch.language();
    }

    private Uni<Void> when(Exchange exchange, Access access, Sketch sketch, String text) {
        ZoneId zone = Reach.zone(exchange);
        return TypedBeginning.read(text, zone, exchange.now())
                .map(beginning -> {
                    Sketch changed = sketch.beginning(beginning, zone);
                    // What was said before stays, where this cannot be.
                    return timing.problem(exchange, access, changed)
                            .map(problem -> asking.anew(exchange, sketch, problem))
                            .orElseGet(() -> go(exchange, access, changed));
                })
                .orElseGet(() -> asking.when(
                        exchange, sketch, SPEECH.say(exchange, "when.unclear", "zone", Asking.zone(exchange))));
    }

    private Uni<Void> timed(Exchange exchange, Access access, Sketch changed) {
        return timing.problem(exchange, access, changed)
                .map(problem -> asking.anew(exchange, changed, problem))
                .orElseGet(() -> go(exchange, access, changed));
    }

    private Uni<Void> go(Exchange exchange, Access access, Sketch changed) {
        Sketches.save(exchange, changed);
        return asking.next(exchange, access, changed);
    }

    private static Uni<Void> refuse(Exchange exchange, Sketch sketch, String key, int most) {
        exchange.say(SPEECH.say(exchange, key, "most", "" + most), Keyboard.row(Asking.way(exchange, sketch)));
        return Uni.createFrom().voidItem();
    }
}
