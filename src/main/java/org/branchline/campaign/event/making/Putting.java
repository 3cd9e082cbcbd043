package org.branchline.campaign.event.making;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.branchline.campaign.event.Event;
import org.branchline.campaign.event.Events;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.database.Audit;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.roster.Access;

/** Makes what was looked at: once, however often it is pressed. */
@Singleton
class Putting {

    private final Asking asking;
    private final Timing timing;

    Putting(Asking asking, Timing timing) {
        this.asking = asking;
        this.timing = timing;
    }

    /** A press below a preview of this edition. */
    Uni<Void> pressed(Exchange exchange, Access access, Sketch sketch, String edition) {
        if (sketch.step() != Sketch.Step.PREVIEW || !edition.equals("" + sketch.edition())) {
            return asking.next(exchange, access, sketch);
        }
        // Time passes between the preview and the press, and the hours in the files may change.
        return timing.problem(exchange, access, sketch)
                .map(problem -> asking.anew(exchange, sketch, problem))
                .orElseGet(() -> timing.whole(exchange, access, sketch)
                        .map(event -> put(exchange, event))
                        .orElseGet(() -> asking.whom(exchange, access, sketch, 0)));
    }

    private Uni<Void> put(Exchange exchange, Event event) {
        return Events.put(
                        exchange::read,
                        exchange,
                        exchange.scene().bot(),
                        event,
                        timing.called(exchange, event.area()),
                        exchange.member().id(),
                        exchange.now())
                .invoke(id -> {
                    Sketches.drop(exchange);
                    Audit.record(
                            exchange,
                            exchange.organisation(),
                            "member " + exchange.member().id(),
                            "made an event",
                            List.of("event " + id));
                    InPlace.say(exchange, made(exchange, event), Keyboard.row(planned(exchange)));
                })
                .replaceWithVoid();
    }

    private String made(Exchange exchange, Event event) {
        String language = exchange.person().language();
        String made = Making.SPEECH.say(
                exchange, "made", "title", event.title(language), "when", Previewing.when(event, language));
        return event.rule().isEmpty() ? made : made + "\n" + timing.times(exchange, event);
    }

    private static Button planned(Exchange exchange) {
        return new Button(
                Making.SPEECH.say(exchange, "button.planned"),
                new Action.Order(Making.NAME, Making.NO_SKETCH + ".list.0"));
    }
}
