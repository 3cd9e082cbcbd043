package org.branchline.campaign.event.making;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.branchline.calendar.Recurrence;
import org.branchline.calendar.WallClock;
import org.branchline.campaign.broadcast.composing.Reach;
import org.branchline.campaign.event.Event;
import org.branchline.campaign.event.EventKind;
import org.branchline.campaign.repeating.RuleWords;
import org.branchline.campaign.result.Titles;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Moments;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Speech;
import org.branchline.roster.Access;
import org.branchline.roster.CalledArea;

/** Shows what an event will be: all of it, by its maker's clock. */
@Singleton
class Previewing {

    private static final Speech SPEECH = Making.SPEECH;

    private final Timing timing;
    private final Reach reach;
    private final Titles titles;

    Previewing(Timing timing, Reach reach, Titles titles) {
        this.timing = timing;
        this.reach = reach;
        this.titles = titles;
    }

    Uni<Void> show(Exchange exchange, Access access, Sketch sketch) {
        Event event = timing.whole(exchange, access, sketch).orElse(null);
        if (event == null) {
            exchange.say(SPEECH.say(exchange, "not_for_you"));
            return Uni.createFrom().voidItem();
        }
        return reach.count(exchange, access, sketch.target().audience())
                .chain(counted -> titles.all(exchange)
                        .invoke(scripts -> InPlace.say(
                                exchange, text(exchange, event, counted.total(), scripts), keyboard(exchange, sketch))))
                .replaceWithVoid();
    }

    /** Its first beginning and end by its own clock, which is named, and its rule. */
    static String when(Event event, String language) {
        Instant begins = WallClock.first(event.begins(), event.zone());
        String first = stretch(begins, event, event.zone(), language);
        return event.rule().isEmpty()
                ? first
                : SPEECH.in(language, "series", "first", first, "rule", rule(event, language));
    }

    private static String rule(Event event, String language) {
        return Recurrence.parse(event.rule(), event.begins())
                .of(rule -> RuleWords.of(language, rule), problems -> event.rule());
    }

    private static String stretch(Instant begins, Event event, ZoneId zone, String language) {
        return SPEECH.in(
                language,
                "when",
                "from",
                Moments.of(begins, zone, language),
                "until",
                Moments.hour(begins.plus(event.length()), zone, language),
                "place",
                Moments.place(zone));
    }

    private String text(Exchange exchange, Event event, int members, Map<String, String> scripts) {
        String language = exchange.person().language();
        List<String> lines = new ArrayList<>();
        String kind = Asking.kind(language, event.kind());
        lines.add(kind.equals(event.title(language)) ? kind : kind + ": " + event.title(language));
        event.titles().entrySet().stream()
                .filter(other -> !other.getValue().equals(event.title(language)))
                .sorted(Map.Entry.comparingByKey())
                .forEach(other -> lines.add(Speech.language(other.getKey()) + ": " + other.getValue()));
        lines.add(when(event, language));
        CalledArea area = timing.called(exchange, event.area()).area();
        if (area != null) {
            lines.add(there(event, area, language));
        }
        String left = event.rule().isEmpty() ? "" : timing.left(exchange, event);
        if (!left.isEmpty()) {
            lines.add(left);
        }
        lines.add("");
        lines.add(where(exchange, event));
        lines.add(places(exchange, event));
        lines.add(SPEECH.count(exchange, "open_to", members, "whom", event.whom()));
        if (!event.languages().isEmpty()) {
            lines.add(SPEECH.say(
                    exchange,
                    "languages",
                    "languages",
                    event.languages().stream().map(Speech::language).collect(Collectors.joining(", "))));
        }
        if (!event.equipment().isEmpty()) {
            lines.add(SPEECH.say(exchange, "equipment", "what", event.equipment()));
        }
        if (!event.script().isEmpty()) {
            lines.add(SPEECH.say(exchange, "script", "title", scripts.getOrDefault(event.script(), event.script())));
        }
        if (!event.debrief().isEmpty()) {
            lines.add(SPEECH.say(exchange, "debrief", "title", scripts.getOrDefault(event.debrief(), event.debrief())));
        }
        String host = event.hostName();
        lines.add(SPEECH.say(exchange, "host", "name", host == null ? "" : host));
        if (!event.note(language).isEmpty()) {
            lines.add("");
            lines.add(event.note(language));
        }
        return String.join("\n", lines);
    }

    private static String there(Event event, CalledArea area, String language) {
        Instant begins = WallClock.first(event.begins(), event.zone());
        return SPEECH.in(
                language,
                "calls",
                "area",
                area.name(language),
                "when",
                stretch(begins, event, area.hours().zone(), language));
    }

    private static String where(Exchange exchange, Event event) {
        if (event.place().isEmpty() && event.link().isEmpty()) {
            return SPEECH.say(exchange, "where.later");
        }
        List<String> both = new ArrayList<>();
        if (!event.place().isEmpty()) {
            both.add(SPEECH.say(exchange, "where", "place", event.place()));
        }
        if (!event.link().isEmpty()) {
            both.add(SPEECH.say(exchange, "link", "link", event.link()));
        }
        return String.join("\n", both);
    }

    private static String places(Exchange exchange, Event event) {
        Integer places = event.places();
        String many = places == null ? SPEECH.say(exchange, "places.all") : SPEECH.count(exchange, "places", places);
        return event.minimum() == 0 ? many : many + " · " + SPEECH.say(exchange, "minimum", "n", "" + event.minimum());
    }

    private Keyboard keyboard(Exchange exchange, Sketch sketch) {
        List<List<Button>> rows = new ArrayList<>();
        rows.add(List.of(Asking.button(exchange, sketch, "make", "make", sketch.edition())));
        List<Button> kind = new ArrayList<>();
        kind.add(Asking.button(exchange, sketch, "kind", "qk"));
        if (sketch.kind() == EventKind.PHONE_BANK && !timing.areas(exchange).isEmpty()) {
            kind.add(Asking.button(exchange, sketch, "area", "qa"));
        }
        rows.add(kind);
        rows.add(
                List.of(Asking.button(exchange, sketch, "title", "qt"), Asking.button(exchange, sketch, "when", "qw")));
        rows.add(List.of(
                Asking.button(exchange, sketch, "places", "qp"), Asking.button(exchange, sketch, "where", "qo")));
        rows.add(List.of(
                Asking.button(exchange, sketch, "length", "ql"), Asking.button(exchange, sketch, "minimum", "qm")));
        rows.add(List.of(
                Asking.button(exchange, sketch, "audience", "a", 0), Asking.button(exchange, sketch, "note", "qn")));
        rows.add(List.of(
                Asking.button(exchange, sketch, "languages", "qg"),
                Asking.button(exchange, sketch, "equipment", "qe")));
        rows.add(List.of(
                Asking.button(exchange, sketch, "script", "qs"), Asking.button(exchange, sketch, "debrief", "qd")));
        List<String> languages = timing.organisation(exchange).languages();
        for (int i = 1; i < languages.size(); i++) {
            String key = sketch.titles().containsKey(languages.get(i)) ? "rewrite" : "also";
            rows.add(List.of(Asking.buttons(exchange, sketch)
                    .labelled(
                            SPEECH.say(exchange, "button." + key, "language", Speech.language(languages.get(i))),
                            "l",
                            i)));
        }
        rows.add(List.of(Asking.stop(exchange, sketch)));
        return new Keyboard(rows);
    }
}
