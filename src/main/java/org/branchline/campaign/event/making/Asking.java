package org.branchline.campaign.event.making;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.branchline.campaign.broadcast.composing.Buttons;
import org.branchline.campaign.broadcast.composing.Choosing;
import org.branchline.campaign.broadcast.composing.Reach;
import org.branchline.campaign.event.EventKind;
import org.branchline.campaign.result.PlaybookToken;
import org.branchline.campaign.result.Titles;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Moments;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Speech;
import org.branchline.roster.Access;
import org.branchline.roster.CalledArea;
import org.jspecify.annotations.Nullable;

/** Asks what has to be said next of an event. */
@Singleton
class Asking {

    private static final Speech SPEECH = Making.SPEECH;
    private static final int MOST_PLAYBOOKS = 8;

    private final Choosing choosing;
    private final Titles titles;
    private final Timing timing;
    private final Previewing previewing;

    Asking(Choosing choosing, Titles titles, Timing timing, Previewing previewing) {
        this.choosing = choosing;
        this.titles = titles;
        this.timing = timing;
        this.previewing = previewing;
    }

    Uni<Void> next(Exchange exchange, Access access, Sketch sketch) {
        return switch (sketch.step()) {
            case KIND -> say(exchange, sketch, "kind", kinds(exchange, sketch));
            case AREA -> say(exchange, sketch, "area", areas(exchange, sketch));
            case TITLE -> title(exchange, sketch);
            case WHEN -> when(exchange, sketch, SPEECH.say(exchange, "ask.when", "zone", zone(exchange)));
            case PLACES ->
                say(
                        exchange,
                        sketch,
                        "places",
                        List.of(
                                numbers(exchange, sketch, "pl", 6, 12, 20),
                                List.of(button(exchange, sketch, "all", "pl", Sketch.ALL))));
            case WHERE -> say(exchange, sketch, "where", row(button(exchange, sketch, "later", "wl")));
            case LENGTH -> say(exchange, sketch, "length", List.of(numbers(exchange, sketch, "lg", 60, 90, 120, 180)));
            case MINIMUM ->
                say(
                        exchange,
                        sketch,
                        "minimum",
                        List.of(
                                numbers(exchange, sketch, "mi", 2, 3, 5),
                                List.of(button(exchange, sketch, "no_minimum", "mi", 0))));
            case NOTE -> say(exchange, sketch, "note", row(button(exchange, sketch, "none", "nn")));
            case LANGUAGES -> say(exchange, sketch, "languages", row(button(exchange, sketch, "none", "nl")));
            case EQUIPMENT -> say(exchange, sketch, "equipment", row(button(exchange, sketch, "none", "ne")));
            case SCRIPT -> playbook(exchange, sketch, "script", "s");
            case DEBRIEF -> playbook(exchange, sketch, "debrief", "d");
            case AUDIENCE -> whom(exchange, access, sketch, 0);
            case PREVIEW -> previewing.show(exchange, access, sketch);
        };
    }

    /** Asks who may sign up, a page of branches at a time. */
    Uni<Void> whom(Exchange exchange, Access access, Sketch sketch, int page) {
        return choosing.offer(
                exchange, access, buttons(exchange, sketch), page, List.of(button(exchange, sketch, "back", "bk")));
    }

    /** Says what is wrong with its time, keeps the rest, and hears another. */
    Uni<Void> anew(Exchange exchange, Sketch sketch, String problem) {
        Sketch asked = sketch.awaiting(Sketch.Step.WHEN, "");
        Sketches.save(exchange, asked);
        return when(exchange, asked, problem);
    }

    /** Asks for the time, or says what is wrong with one. */
    Uni<Void> when(Exchange exchange, Sketch sketch, String text) {
        InPlace.say(exchange, text, Keyboard.row(way(exchange, sketch)));
        return Uni.createFrom().voidItem();
    }

    static String zone(Exchange exchange) {
        return Moments.place(Reach.zone(exchange));
    }

    /** What a kind of event is called, with a capital. */
    static String kind(String language, @Nullable EventKind kind) {
        return kind == null ? "" : SPEECH.in(language, "kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    /** As a button carries it. */
    static String token(EventKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    private static List<List<Button>> kinds(Exchange exchange, Sketch sketch) {
        List<List<Button>> rows = new ArrayList<>();
        List<Button> row = new ArrayList<>();
        for (EventKind kind : EventKind.values()) {
            row.add(buttons(exchange, sketch).labelled(kind(exchange.person().language(), kind), "k", token(kind)));
            if (row.size() == 2) {
                rows.add(List.copyOf(row));
                row.clear();
            }
        }
        return rows;
    }

    private List<List<Button>> areas(Exchange exchange, Sketch sketch) {
        List<List<Button>> rows = new ArrayList<>();
        int i = 0;
        for (CalledArea area : timing.areas(exchange)) {
            rows.add(List.of(buttons(exchange, sketch)
                    .labelled(area.name(exchange.person().language()), "ar", i++)));
        }
        return rows;
    }

    private static Uni<Void> title(Exchange exchange, Sketch sketch) {
        String usual = kind(exchange.person().language(), sketch.kind());
        return sketch.language().isEmpty()
                ? say(exchange, sketch, "title", row(buttons(exchange, sketch).labelled(usual, "ut")))
                : say(exchange, sketch, "title", List.of());
    }

    /** @param deed what its buttons begin with, {@code c} for one and {@code n} for none behind it */
    private Uni<Void> playbook(Exchange exchange, Sketch sketch, String asked, String deed) {
        return titles.all(exchange).chain(all -> {
            List<List<Button>> rows = new ArrayList<>();
            all.entrySet().stream()
                    .limit(MOST_PLAYBOOKS)
                    .forEach(one -> rows.add(List.of(buttons(exchange, sketch)
                            .labelled(one.getValue(), deed + "c", PlaybookToken.check(one.getKey())))));
            rows.add(List.of(button(exchange, sketch, "none", deed + "n")));
            return say(exchange, sketch, asked, rows);
        });
    }

    private static List<Button> numbers(Exchange exchange, Sketch sketch, String deed, int... numbers) {
        List<Button> row = new ArrayList<>();
        for (int number : numbers) {
            row.add(buttons(exchange, sketch).labelled("" + number, deed, number));
        }
        return row;
    }

    private static List<List<Button>> row(Button button) {
        return List.of(List.of(button));
    }

    private static Uni<Void> say(Exchange exchange, Sketch sketch, String key, List<List<Button>> buttons) {
        List<List<Button>> rows = new ArrayList<>(buttons);
        rows.add(List.of(way(exchange, sketch)));
        String language = sketch.language();
        InPlace.say(
                exchange,
                language.isEmpty()
                        ? SPEECH.say(exchange, "ask." + key)
                        : SPEECH.say(exchange, "ask." + key + ".in", "language", Speech.language(language)),
                new Keyboard(rows));
        return Uni.createFrom().voidItem();
    }

    static Buttons buttons(Exchange exchange, Sketch sketch) {
        return new Buttons(exchange, Making.NAME, sketch.id());
    }

    /** One with a text of this room's. */
    static Button button(Exchange exchange, Sketch sketch, String key, String deed, Object... with) {
        return buttons(exchange, sketch).labelled(SPEECH.say(exchange, "button." + key), deed, with);
    }

    /** Back to the preview, where there is one already. */
    static Button way(Exchange exchange, Sketch sketch) {
        return sketch.complete() ? button(exchange, sketch, "back", "bk") : stop(exchange, sketch);
    }

    static Button stop(Exchange exchange, Sketch sketch) {
        return button(exchange, sketch, "stop", "x");
    }
}
