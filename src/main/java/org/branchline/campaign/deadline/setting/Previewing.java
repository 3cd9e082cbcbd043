package org.branchline.campaign.deadline.setting;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.branchline.campaign.audience.Counted;
import org.branchline.campaign.broadcast.composing.Reach;
import org.branchline.campaign.deadline.Deadline;
import org.branchline.campaign.deadline.Handed;
import org.branchline.campaign.deadline.Telling;
import org.branchline.campaign.deadline.handing.Handing;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Moments;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Speech;
import org.branchline.roster.Access;
import org.branchline.roster.Organisation;
import org.branchline.roster.Organisations;

/** Shows what a deadline will be: its words, whom it is for, and when they hear of it. */
@Singleton
class Previewing {

    private static final Speech SPEECH = Telling.SPEECH;

    private final Organisations organisations;
    private final Reach reach;

    Previewing(Organisations organisations, Reach reach) {
        this.organisations = organisations;
        this.reach = reach;
    }

    Organisation organisation(Exchange exchange) {
        return organisations.organisation(exchange.organisation());
    }

    Uni<Counted> count(Exchange exchange, Access access, Sketch sketch) {
        return reach.count(exchange, access, sketch.whom().audience());
    }

    Uni<Void> show(Exchange exchange, Access access, Sketch sketch) {
        return sketch.handed()
                ? handed(exchange, sketch)
                : count(exchange, access, sketch)
                        .invoke(counted -> InPlace.say(
                                exchange,
                                text(
                                        exchange,
                                        sketch,
                                        Reach.whom(exchange, sketch.whom().name(), counted)),
                                keyboard(exchange, sketch, counted.total())))
                        .replaceWithVoid();
    }

    /** Whom it asks, or what became of it where it was handed over before and is only moved. */
    private Uni<Void> handed(Exchange exchange, Sketch sketch) {
        return Handing.toAsk(exchange, sketch.whom().branch()).chain(captains -> Handed.find(exchange, sketch.moves())
                .invoke(before -> InPlace.say(
                        exchange,
                        text(
                                exchange,
                                sketch,
                                before.map(handed -> handed.line(exchange))
                                        .orElseGet(() -> Handing.SPEECH.say(
                                                exchange,
                                                "to_hand",
                                                "names",
                                                Handing.names(captains),
                                                "branch",
                                                sketch.whom().name()))),
                        keyboard(exchange, sketch, captains.size())))
                .replaceWithVoid());
    }

    private String text(Exchange exchange, Sketch sketch, String whom) {
        String language = exchange.person().language();
        Deadline deadline = sketch.whole(
                organisation(exchange).languages().get(0), sketch.whom().audience(), exchange.now());
        String by = SPEECH.say(exchange, "by", "by", deadline.by(Reach.zone(exchange), language));
        return deadline.title(language) + "\n" + by + "\n\n" + deadline.task(language)
                + Telling.lead(deadline, language)
                + "\n\n"
                + whom
                + "\n"
                + SPEECH.say(exchange, "rungs", "dates", dates(exchange, deadline));
    }

    /** When those hear of it who live by the writer's clock. */
    String dates(Exchange exchange, Deadline deadline) {
        ZoneId zone = Reach.zone(exchange);
        return deadline.ladder().in(zone, deadline.due(), organisation(exchange).quietHours(), exchange.now()).stream()
                .map(step -> Moments.of(step.at(), zone, exchange.person().language()))
                .collect(Collectors.joining(" · "));
    }

    private Keyboard keyboard(Exchange exchange, Sketch sketch, int members) {
        List<List<Button>> rows = new ArrayList<>();
        if (members > 0 || sketch.moves() > 0) {
            String label = sketch.moves() > 0
                    ? SPEECH.say(exchange, "button.move_it")
                    : sketch.handed()
                            ? Handing.SPEECH.say(exchange, "button.hand_over")
                            : SPEECH.say(exchange, "set.for", "n", "" + members);
            rows.add(List.of(Asking.buttons(exchange, sketch).labelled(label, "set", sketch.edition())));
        }
        Button when = Asking.button(exchange, sketch, "when", "wh");
        Button ladder = Asking.button(exchange, sketch, "ladder", "la");
        if (sketch.moves() > 0) {
            rows.add(List.of(when, ladder));
        } else {
            rows.add(List.of(
                    Asking.button(exchange, sketch, "text", "t"), Asking.button(exchange, sketch, "audience", "a", 0)));
            rows.add(List.of(when, ladder));
            rows.add(List.of(Asking.button(exchange, sketch, "lead", "le")));
            languages(exchange, sketch, rows);
        }
        rows.add(List.of(Asking.stop(exchange, sketch)));
        return new Keyboard(rows);
    }

    private void languages(Exchange exchange, Sketch sketch, List<List<Button>> rows) {
        List<String> languages = organisation(exchange).languages();
        for (int i = 1; i < languages.size(); i++) {
            String key = sketch.titles().containsKey(languages.get(i)) ? "button.rewrite" : "button.also";
            rows.add(List.of(Asking.buttons(exchange, sketch)
                    .labelled(SPEECH.say(exchange, key, "language", Speech.language(languages.get(i))), "l", i)));
        }
    }
}
