package org.branchline.campaign.broadcast.composing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.audience.Counted;
import org.branchline.campaign.broadcast.Draft;
import org.branchline.campaign.broadcast.Kind;
import org.branchline.campaign.broadcast.Offering;
import org.branchline.campaign.broadcast.Timing;
import org.branchline.campaign.broadcast.Wording;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.conversation.Template;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Speech;
import org.branchline.roster.Access;
import org.branchline.roster.Organisation;
import org.branchline.roster.Organisations;

/** Shows a message as its readers will see it, with everything that can still be done about it. */
@Singleton
class Previewing {

    private static final Speech SPEECH = Reach.SPEECH;

    /** For how long it can be called back before the first one leaves. */
    private static final Duration HOLD = Duration.ofSeconds(60);

    private final Reach reach;
    private final Organisations organisations;
    private final Paying paying;

    Previewing(Reach reach, Organisations organisations, Paying paying) {
        this.reach = reach;
        this.organisations = organisations;
        this.paying = paying;
    }

    Uni<Void> show(Exchange exchange, Access access, Composition composition) {
        return reach.count(exchange, access, composition.meant())
                .invoke(counted -> {
                    List<String> languages = Tongues.written(organisation(exchange), composition.said());
                    if (languages.size() == 1) {
                        InPlace.say(exchange, SPEECH.say(exchange, "preview"), Keyboard.NONE);
                        exchange.say(message(exchange, composition));
                    } else {
                        each(exchange, composition, languages);
                    }
                    Outgoing.Say controls = controls(exchange, composition, counted);
                    exchange.say(controls.text(), controls.keyboard());
                })
                .replaceWithVoid();
    }

    /** Only what can be done about it changes. */
    Uni<Void> showControls(Exchange exchange, Access access, Composition composition) {
        return showControls(exchange, access, composition, "");
    }

    /** An hour without a day means another day than when it was looked at. */
    Uni<Void> lookAgain(Exchange exchange, Access access, Composition composition) {
        return showControls(exchange, access, composition, SPEECH.say(exchange, "when.moved") + "\n\n");
    }

    private Uni<Void> showControls(Exchange exchange, Access access, Composition composition, String before) {
        return reach.count(exchange, access, composition.meant())
                .invoke(counted -> {
                    Outgoing.Say controls = controls(exchange, composition, counted);
                    InPlace.say(exchange, before + controls.text(), controls.keyboard());
                })
                .replaceWithVoid();
    }

    /** In each language that has a text of its own. */
    private void each(Exchange exchange, Composition composition, List<String> languages) {
        for (String language : languages) {
            String heading = SPEECH.say(exchange, "preview.in", "language", Speech.language(language));
            if (language.equals(languages.get(0))) {
                InPlace.say(exchange, heading, Keyboard.NONE);
            } else {
                exchange.say(heading);
            }
            exchange.say(message(exchange, composition, language));
        }
    }

    private Outgoing.Say controls(Exchange exchange, Composition composition, Counted counted) {
        Buttons buttons = new Buttons(exchange, composition.id());
        List<Button> others = List.of(buttons.of("text", "t"), buttons.of("audience", "a", 0));
        List<Button> more =
                new ArrayList<>(Tongues.buttons(exchange, buttons, organisation(exchange), composition.said()));
        Besides.Piece piece = composition.said().besides().piece();
        if (piece != null) {
            more.add(piece.leaving(buttons));
        }
        List<List<Button>> rows = new ArrayList<>();
        if (counted.total() > 0) {
            rows.add(List.of(
                    buttons.labelled(SPEECH.count(exchange, "send", counted.total()), "send", composition.edition())));
            rows.add(List.of(buttons.of("test", "test")));
        }
        Optional<Paying.Ways> ways = paying.ways(exchange, composition, counted.total());
        ways.ifPresent(found -> rows.add(List.of(found.other())));
        rows.add(others);
        if (!more.isEmpty()) {
            rows.add(more);
        }
        Foretelling foretelling = foretelling(exchange, composition, counted);
        if (counted.total() > 0) {
            rows.add(Timekeeping.buttons(
                    exchange, composition, foretelling.asleep(), counted.zones().size()));
        }
        rows.add(List.of(buttons.of("stop", "x")));
        String text = counted.total() == 0
                ? SPEECH.say(exchange, "nobody", "whom", composition.whom())
                : Reach.whom(exchange, composition.whom(), counted) + "\n" + foretelling.text();
        return new Outgoing.Say(text + ways.map(found -> "\n\n" + found.told()).orElse(""), new Keyboard(rows));
    }

    /** The message as the writer would get it; its buttons say that they do nothing yet. */
    Outgoing message(Exchange exchange, Composition composition) {
        return message(exchange, composition, exchange.person().language());
    }

    private Outgoing message(Exchange exchange, Composition composition, String language) {
        Organisation organisation = organisation(exchange);
        Map<String, Outgoing> all = Wording.of(draft(exchange, composition, composition.meant()), organisation, 0);
        Outgoing whole = all.getOrDefault(
                language,
                Objects.requireNonNull(all.get(organisation.languages().get(0))));
        if (!(whole instanceof Outgoing.Say say)) {
            throw new IllegalStateException("A broadcast is a text");
        }
        Buttons buttons = new Buttons(exchange, composition.id());
        List<List<Button>> rows = say.keyboard().rows().stream()
                .map(row -> row.stream()
                        .map(button -> buttons.labelled(button.label(), "look"))
                        .toList())
                .toList();
        String text = Template.of(say.text())
                .fill(slot -> slot.equals("name") ? exchange.person().name() : "{" + slot + "}");
        Besides.Piece piece = composition.said().besides().piece();
        return piece == null
                ? new Outgoing.Say(text, new Keyboard(rows))
                : new Outgoing.Stored(piece.attached(), text, new Keyboard(rows));
    }

    /** As it is begun; who reads a language without a text of its own reads the first. */
    Draft draft(Exchange exchange, Composition composition, Audience audience) {
        Organisation organisation = organisation(exchange);
        Map<String, List<String>> labels = new HashMap<>();
        Besides besides = composition.said().besides();
        if (!besides.playbook().isEmpty()) {
            labels.putAll(Offering.actions(organisation.languages(), besides.playbook()));
        } else if (Boolean.TRUE.equals(composition.said().actions())) {
            organisation
                    .languages()
                    .forEach(language ->
                            labels.put(language, labels(composition.said(), language, organisation.languages())));
        }
        Map<String, String> texts = new HashMap<>(besides.texts());
        texts.put(organisation.languages().get(0), composition.said().text());
        return new Draft(
                audience,
                texts,
                labels,
                Objects.requireNonNullElse(composition.said().kind(), Kind.APPEAL),
                HOLD,
                besides.piece() == null ? null : besides.piece().number(),
                besides.playbook(),
                timing(exchange, composition.goes()),
                composition.paid());
    }

    private static Timing timing(Exchange exchange, Going going) {
        return going.timing(Reach.zone(exchange), exchange.now());
    }

    private Foretelling foretelling(Exchange exchange, Composition composition, Counted counted) {
        return new Foretelling(
                exchange.person().language(),
                Reach.zone(exchange),
                exchange.now(),
                exchange.now().plus(HOLD),
                timing(exchange, composition.goes()),
                organisation(exchange).quietHours(),
                counted);
    }

    /** The text that says what is wrong with a time, empty where it may go then. */
    String wrong(Exchange exchange, Going going) {
        Timing timing = timing(exchange, going);
        if (!timing.problems(organisation(exchange).quietHours()).isEmpty()) {
            return "when.quiet";
        }
        if (timing.problems(exchange.now(), HOLD).isEmpty()) {
            return "";
        }
        Timing endless = new Timing(timing.when(), timing.nights(), null);
        return endless.problems(exchange.now(), HOLD).isEmpty() ? "when.backwards" : "when.over";
    }

    /** Whether it would go another day than it said when it was looked at. */
    boolean moved(Exchange exchange, Composition composition, Counted counted) {
        Going going = composition.going();
        Duration hold = going.own() ? HOLD : Duration.ZERO;
        Instant before = composition.kept().plus(hold);
        Instant now = exchange.now().plus(hold);
        Stream<ZoneId> zones = going.own()
                ? counted.zones().stream().map(in -> Foretelling.known(in.zone()))
                : Stream.of(Reach.zone(exchange));
        return zones.anyMatch(zone -> going.moved(zone, before, now));
    }

    private static List<String> labels(Said said, String language, List<String> languages) {
        Map<String, List<String>> own = said.besides().labels();
        return own.isEmpty() ? labels(language) : own.getOrDefault(language, Labelling.first(said, languages));
    }

    /** The usual ones. */
    static List<String> labels(String language) {
        return List.of(
                SPEECH.in(language, "action.in"),
                SPEECH.in(language, "action.cannot"),
                SPEECH.in(language, "action.later"));
    }

    Organisation organisation(Exchange exchange) {
        return organisations.organisation(exchange.organisation());
    }
}
