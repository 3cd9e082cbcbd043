package org.branchline.campaign.broadcast.composing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.branchline.campaign.audience.Counted;
import org.branchline.campaign.broadcast.Draft;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Speech;
import org.branchline.roster.Access;

/** Asks what has to be said next. */
@Singleton
class Asking {

    private static final Speech SPEECH = Reach.SPEECH;

    private final Reach reach;
    private final Choosing choosing;
    private final Previewing previewing;

    Asking(Reach reach, Choosing choosing, Previewing previewing) {
        this.reach = reach;
        this.choosing = choosing;
        this.previewing = previewing;
    }

    Uni<Void> next(Exchange exchange, Access access, Composition composition) {
        return switch (composition.step()) {
            case AUDIENCE -> choosing.offer(exchange, access, composition, 0);
            case TEXT -> text(exchange, access, composition);
            case KIND -> kind(exchange, composition);
            case ACTIONS -> actions(exchange, composition);
            case PREVIEW, CONFIRM -> previewing.show(exchange, access, composition);
        };
    }

    private Uni<Void> text(Exchange exchange, Access access, Composition composition) {
        return reach.count(exchange, access, Objects.requireNonNull(composition.audience()))
                .invoke(counted -> {
                    Buttons buttons = new Buttons(exchange, composition.id());
                    Keyboard keyboard = Keyboard.row(buttons.of("audience", "a", 0), buttons.of("stop", "x"));
                    if (counted.total() == 0) {
                        InPlace.say(exchange, SPEECH.say(exchange, "nobody", "whom", composition.whom()), keyboard);
                        return;
                    }
                    InPlace.say(
                            exchange,
                            whom(exchange, composition, counted)
                                    + "\n\n"
                                    + SPEECH.say(exchange, "text.ask", "most", "" + Draft.LONGEST_TEXT),
                            keyboard);
                })
                .replaceWithVoid();
    }

    /** Who gets it, how many they are and by which clocks they live. */
    static String whom(Exchange exchange, Composition composition, Counted counted) {
        return SPEECH.count(exchange, "whom", counted.total(), "whom", composition.whom())
                + "\n"
                + SPEECH.count(exchange, "zones", counted.zones().size(), "zones", Reach.zones(exchange, counted));
    }

    private static Uni<Void> kind(Exchange exchange, Composition composition) {
        Buttons buttons = new Buttons(exchange, composition.id());
        InPlace.say(
                exchange,
                SPEECH.say(exchange, "kind.ask"),
                new Keyboard(List.of(
                        List.of(buttons.of("appeal", "k", "appeal")),
                        List.of(buttons.of("service", "k", "service")),
                        List.of(buttons.of("text", "t"), buttons.of("stop", "x")))));
        return Uni.createFrom().voidItem();
    }

    private static Uni<Void> actions(Exchange exchange, Composition composition) {
        Buttons buttons = new Buttons(exchange, composition.id());
        String labels = String.join(" · ", Previewing.labels(exchange.person().language()));
        InPlace.say(
                exchange,
                SPEECH.say(exchange, "actions.ask"),
                new Keyboard(List.of(
                        List.of(buttons.labelled(labels, "w", "1")),
                        List.of(buttons.of("none", "w", "0")),
                        List.of(buttons.of("text", "t"), buttons.of("stop", "x")))));
        return Uni.createFrom().voidItem();
    }
}
