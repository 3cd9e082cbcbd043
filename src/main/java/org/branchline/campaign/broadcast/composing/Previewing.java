package org.branchline.campaign.broadcast.composing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.audience.Counted;
import org.branchline.campaign.broadcast.Draft;
import org.branchline.campaign.broadcast.Kind;
import org.branchline.campaign.broadcast.Wording;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.conversation.Template;
import org.branchline.intake.Arrival;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;
import org.branchline.intake.What;
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

    Previewing(Reach reach, Organisations organisations) {
        this.reach = reach;
        this.organisations = organisations;
    }

    Uni<Void> show(Exchange exchange, Access access, Composition composition) {
        return reach.count(exchange, access, Objects.requireNonNull(composition.audience()))
                .invoke(counted -> {
                    Arrival arrival = exchange.arrival();
                    if (arrival != null && arrival.what() instanceof What.Press press && press.message() > 0) {
                        exchange.say(
                                new Outgoing.Edit(press.message(), SPEECH.say(exchange, "preview"), Keyboard.NONE));
                    } else {
                        exchange.say(SPEECH.say(exchange, "preview"));
                    }
                    exchange.say(message(exchange, composition));
                    controls(exchange, composition, counted);
                })
                .replaceWithVoid();
    }

    private static void controls(Exchange exchange, Composition composition, Counted counted) {
        Buttons buttons = new Buttons(exchange, composition.id());
        List<Button> others = List.of(buttons.of("text", "t"), buttons.of("audience", "a", 0));
        if (counted.total() == 0) {
            exchange.say(
                    SPEECH.say(exchange, "nobody", "whom", composition.whom()),
                    new Keyboard(List.of(others, List.of(buttons.of("stop", "x")))));
            return;
        }
        exchange.say(
                Asking.whom(exchange, composition, counted),
                new Keyboard(List.of(
                        List.of(buttons.labelled(
                                SPEECH.count(exchange, "send", counted.total()), "send", composition.edition())),
                        List.of(buttons.of("test", "test")),
                        others,
                        List.of(buttons.of("stop", "x")))));
    }

    /** The message as the writer would get it; its buttons say that they do nothing yet. */
    Outgoing.Say message(Exchange exchange, Composition composition) {
        Organisation organisation = organisation(exchange);
        Map<String, Outgoing> all = Wording.of(
                draft(exchange, composition, Objects.requireNonNull(composition.audience())), organisation, 0);
        Outgoing whole = all.getOrDefault(
                exchange.person().language(),
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
        return new Outgoing.Say(text, new Keyboard(rows));
    }

    /** As it is begun; everybody reads it in the words in which it was written. */
    Draft draft(Exchange exchange, Composition composition, Audience audience) {
        Organisation organisation = organisation(exchange);
        Map<String, List<String>> labels = new HashMap<>();
        if (Boolean.TRUE.equals(composition.said().actions())) {
            organisation.languages().forEach(language -> labels.put(language, labels(language)));
        }
        return new Draft(
                audience,
                Map.of(organisation.languages().get(0), composition.said().text()),
                labels,
                Objects.requireNonNullElse(composition.said().kind(), Kind.APPEAL),
                HOLD);
    }

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
