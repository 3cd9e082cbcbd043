package org.branchline.campaign.deadline.setting;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.branchline.calendar.Deadline;
import org.branchline.calendar.LadderBefore;
import org.branchline.campaign.broadcast.composing.Reach;
import org.branchline.campaign.broadcast.composing.TypedTime;
import org.branchline.campaign.deadline.Telling;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.day.DaySpan;
import org.branchline.intake.Exchange;
import org.branchline.intake.Listening;
import org.branchline.intake.Speech;
import org.branchline.intake.What;
import org.branchline.roster.Access;
import org.branchline.roster.Deed;

/** Hears what is typed of a deadline while it is written. */
@Singleton
class Hearing implements Listening {

    private static final Speech SPEECH = Telling.SPEECH;

    /** Characters; a title stands on one line. */
    private static final int LONGEST_TITLE = 80;

    private static final int LONGEST_TASK = 1_500;
    private static final int LONGEST_LINK = 300;
    private static final Duration FURTHEST = Duration.ofDays(366);

    private final Asking asking;
    private final Previewing previewing;

    Hearing(Asking asking, Previewing previewing) {
        this.asking = asking;
        this.previewing = previewing;
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
        return Sketches.find(exchange).map(found -> {
            if (found.isEmpty()) {
                return false;
            }
            Sketches.drop(exchange);
            exchange.say(SPEECH.say(exchange, "stopped"));
            return true;
        });
    }

    private Uni<Boolean> heard(Exchange exchange, String text) {
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
        Instant now = exchange.now();
        Deadline due = read(text, zone, now).orElse(null);
        if (due == null) {
            return asking.when(exchange, sketch, "when.unclear");
        }
        Instant over = due.in(zone);
        return over.isAfter(now) && over.isBefore(now.plus(FURTHEST))
                ? go(exchange, access, sketch.due(due))
                : asking.when(exchange, sketch, "when.over");
    }

    /** A day alone is its end by everybody's own clock; with an hour it is that moment by the writer's. */
    static Optional<Deadline> read(String text, ZoneId zone, Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return new DaySpan(today, today.plusYears(1))
                .read(text, today)
                .taken()
                .<Deadline>map(Deadline.EndOf::new)
                .or(() -> TypedTime.moment(text, now.atZone(zone)).map(Deadline.Moment::new));
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
