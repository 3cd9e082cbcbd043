package org.branchline.campaign.deadline.setting;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import org.branchline.calendar.Deadline;
import org.branchline.calendar.LadderBefore;
import org.branchline.campaign.broadcast.composing.Reach;
import org.branchline.campaign.deadline.Telling;
import org.branchline.campaign.deadline.TypedDue;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Exchange;
import org.branchline.intake.Expecting;
import org.branchline.intake.Speech;
import org.branchline.roster.Access;
import org.branchline.roster.Deed;

/** Hears what is typed of a deadline while it is written. */
@Singleton
class Hearing implements Expecting {

    private static final Speech SPEECH = Telling.SPEECH;

    /** Characters; a title stands on one line. */
    private static final int LONGEST_TITLE = 80;

    private static final int LONGEST_TASK = 1_500;
    private static final int LONGEST_LINK = 300;

    private final Asking asking;
    private final Previewing previewing;

    Hearing(Asking asking, Previewing previewing) {
        this.asking = asking;
        this.previewing = previewing;
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
                if (!access.mayAnywhere(Deed.BROADCAST)) {
                    Sketches.drop(exchange);
                    return Uni.createFrom().item(false);
                }
                return take(exchange, access, found.get(), text.strip()).replaceWith(true);
            });
        });
    }

    private Uni<Void> take(Exchange exchange, Access access, Sketch sketch, String text) {
        String language = sketch.language().isEmpty()
                ? previewing.organisation(exchange).languages().get(0)
                : sketch.language();
        return switch (sketch.step()) {
            case TITLE -> {
                String title = text.replaceAll("\\s+", " ");
                yield title.length() > LONGEST_TITLE
                        ? refuse(exchange, sketch, "too_long", LONGEST_TITLE)
                        : go(exchange, access, sketch.titled(language, title));
            }
            case TASK ->
                text.length() > LONGEST_TASK
                        ? refuse(exchange, sketch, "too_long", LONGEST_TASK)
                        : go(exchange, access, sketch.tasked(language, text));
            case LINK ->
                link(text)
                        ? go(exchange, access, sketch.linked(text))
                        : refuse(exchange, sketch, "link.unclear", LONGEST_LINK);
            case WHEN -> when(exchange, access, sketch, text);
            case LADDER ->
                LadderBefore.read(text)
                        .of(
                                ladder -> go(exchange, access, sketch.by(ladder)),
                                problems -> refuse(exchange, sketch, "ladder.unclear", 0));
            case AUDIENCE, LEAD, PREVIEW -> asking.next(exchange, access, sketch);
        };
    }

    private static boolean link(String text) {
        try {
            URI url = new URI(text);
            return text.length() <= LONGEST_LINK
                    && url.getHost() != null
                    && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()));
        } catch (URISyntaxException none) {
            return false;
        }
    }

    private Uni<Void> when(Exchange exchange, Access access, Sketch sketch, String text) {
        ZoneId zone = Reach.zone(exchange);
        Deadline due = TypedDue.read(text, zone, exchange.now()).orElse(null);
        if (due == null) {
            return asking.when(exchange, sketch, "when.unclear");
        }
        return TypedDue.ahead(due, zone, exchange.now())
                ? go(exchange, access, sketch.due(due))
                : asking.when(exchange, sketch, "when.over");
    }

    private Uni<Void> go(Exchange exchange, Access access, Sketch changed) {
        Sketches.save(exchange, changed);
        return asking.next(exchange, access, changed);
    }

    private static Uni<Void> refuse(Exchange exchange, Sketch sketch, String key, int most) {
        exchange.say(SPEECH.say(exchange, key, "most", "" + most), Keyboard.row(Asking.stop(exchange, sketch)));
        return Uni.createFrom().voidItem();
    }
}
