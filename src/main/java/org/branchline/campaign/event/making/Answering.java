package org.branchline.campaign.event.making;

import static java.util.Map.entry;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.branchline.campaign.broadcast.composing.Choosing;
import org.branchline.campaign.event.EventKind;
import org.branchline.campaign.event.Where;
import org.branchline.campaign.result.PlaybookToken;
import org.branchline.campaign.result.Titles;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.roster.Access;
import org.branchline.roster.CalledArea;

/** Takes what is pressed while an event is made. */
@Singleton
class Answering {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}");

    /** What the buttons below the preview ask for out of turn. */
    private static final Map<String, Sketch.Step> ASKED = Map.ofEntries(
            entry("qk", Sketch.Step.KIND),
            entry("qa", Sketch.Step.AREA),
            entry("qw", Sketch.Step.WHEN),
            entry("qp", Sketch.Step.PLACES),
            entry("qo", Sketch.Step.WHERE),
            entry("ql", Sketch.Step.LENGTH),
            entry("qm", Sketch.Step.MINIMUM),
            entry("qg", Sketch.Step.LANGUAGES),
            entry("qe", Sketch.Step.EQUIPMENT),
            entry("qs", Sketch.Step.SCRIPT),
            entry("qd", Sketch.Step.DEBRIEF));

    private final Asking asking;
    private final Choosing choosing;
    private final Titles titles;
    private final Timing timing;
    private final Putting putting;

    Answering(Asking asking, Choosing choosing, Titles titles, Timing timing, Putting putting) {
        this.asking = asking;
        this.choosing = choosing;
        this.titles = titles;
        this.timing = timing;
        this.putting = putting;
    }

    static long number(String with) {
        return NUMBER.matcher(with).matches() ? Long.parseLong(with) : 0;
    }

    Uni<Void> pressed(Exchange exchange, Access access, Sketch sketch, String deed, String with) {
        if (ASKED.containsKey(deed)) {
            return go(exchange, access, sketch.awaiting(ASKED.get(deed), ""));
        }
        long number = number(with);
        return switch (deed) {
            case "k" -> kind(exchange, access, sketch, with);
            case "ar" -> area(exchange, access, sketch, number);
            case "ut" -> go(exchange, access, sketch.titled(usual(exchange, sketch)));
            case "pl" -> go(exchange, access, sketch.places((int) Math.min(number, Hearing.MOST_PLACES)));
            case "wl" -> go(exchange, access, sketch.at(Where.LATER));
            case "lg" ->
                TypedLength.read("" + number)
                        .map(length -> timed(exchange, access, sketch.lasting(length)))
                        .orElseGet(() -> asking.next(exchange, access, sketch));
            case "mi" -> go(exchange, access, sketch.atLeast((int) Math.min(number, Hearing.MOST_PLACES)));
            case "nn" -> go(exchange, access, sketch.unnoted());
            case "ne" -> go(exchange, access, sketch.needing(""));
            case "nl" -> go(exchange, access, sketch.speaking(List.of()));
            case "sn" -> go(exchange, access, sketch.by(""));
            case "sc" -> playbook(exchange, access, sketch, with, sketch::by);
            case "dn" -> go(exchange, access, sketch.debriefed(""));
            case "dc" -> playbook(exchange, access, sketch, with, sketch::debriefed);
            case "qt" -> go(exchange, access, sketch.awaiting(Sketch.Step.TITLE, ""));
            case "qn" -> go(exchange, access, sketch.awaiting(Sketch.Step.NOTE, ""));
            case "l" -> language(exchange, access, sketch, number);
            case "a" -> asking.whom(exchange, access, sketch, (int) Math.min(999, number));
            case "e", "b", "p", "n" -> choose(exchange, access, sketch, deed, with);
            case "bk" -> go(exchange, access, sketch.back());
            case "make" -> putting.pressed(exchange, access, sketch, with);
            case "x" -> {
                Sketches.drop(exchange);
                InPlace.say(exchange, Making.SPEECH.say(exchange, "stopped"), Keyboard.NONE);
                yield Uni.createFrom().voidItem();
            }
            default -> asking.next(exchange, access, sketch);
        };
    }

    /** A phone bank calls the one area there is; where there are several, that is asked. */
    private Uni<Void> kind(Exchange exchange, Access access, Sketch sketch, String token) {
        EventKind kind = Arrays.stream(EventKind.values())
                .filter(each -> Asking.token(each).equals(token))
                .findFirst()
                .orElse(null);
        if (kind == null) {
            return asking.next(exchange, access, sketch);
        }
        List<CalledArea> areas = kind == EventKind.PHONE_BANK ? timing.areas(exchange) : List.of();
        String area = areas.isEmpty() ? "" : areas.get(0).key();
        Sketch chosen = sketch.of(kind, areas.size() > 1 ? null : area);
        boolean named = !sketch.titles().isEmpty() && sketch.titles().equals(usual(exchange, sketch));
        return timed(exchange, access, named ? chosen.titled(usual(exchange, chosen)) : chosen);
    }

    private Uni<Void> area(Exchange exchange, Access access, Sketch sketch, long number) {
        List<CalledArea> areas = timing.areas(exchange);
        return number < areas.size() && sketch.kind() == EventKind.PHONE_BANK
                ? timed(exchange, access, sketch.calling(areas.get((int) number).key()))
                : asking.next(exchange, access, sketch);
    }

    /** The kind's own name in every language of the organisation. */
    private Map<String, String> usual(Exchange exchange, Sketch sketch) {
        Map<String, String> names = new HashMap<>();
        timing.organisation(exchange)
                .languages()
                .forEach(language -> names.put(language, Asking.kind(language, sketch.kind())));
        return names;
    }

    /** Goes on, unless it cannot be at its time any more. */
    private Uni<Void> timed(Exchange exchange, Access access, Sketch changed) {
        return timing.problem(exchange, access, changed)
                .map(problem -> asking.anew(exchange, changed, problem))
                .orElseGet(() -> go(exchange, access, changed));
    }

    private Uni<Void> playbook(
            Exchange exchange, Access access, Sketch sketch, String token, Function<String, Sketch> chosen) {
        return titles.all(exchange).chain(all -> all.keySet().stream()
                .filter(key -> PlaybookToken.check(key).equals(token))
                .findFirst()
                .map(key -> go(exchange, access, chosen.apply(key)))
                .orElseGet(() -> asking.next(exchange, access, sketch)));
    }

    private Uni<Void> language(Exchange exchange, Access access, Sketch sketch, long place) {
        List<String> languages = timing.organisation(exchange).languages();
        return place < languages.size() && !sketch.titles().isEmpty()
                ? go(exchange, access, sketch.awaiting(Sketch.Step.TITLE, languages.get((int) place)))
                : asking.next(exchange, access, sketch);
    }

    private Uni<Void> choose(Exchange exchange, Access access, Sketch sketch, String deed, String with) {
        if (deed.equals("b") && !NUMBER.matcher(with).matches()) {
            return asking.whom(exchange, access, sketch, 0);
        }
        return choosing.chosen(exchange, access, deed, with).chain(found -> found.map(
                        chosen -> go(exchange, access, sketch.to(new Sketch.Target(chosen.audience(), chosen.whom()))))
                .orElseGet(() -> asking.whom(exchange, access, sketch, 0)));
    }

    private Uni<Void> go(Exchange exchange, Access access, Sketch changed) {
        Sketches.save(exchange, changed);
        return asking.next(exchange, access, changed);
    }
}
