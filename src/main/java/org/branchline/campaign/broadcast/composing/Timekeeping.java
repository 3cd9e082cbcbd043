package org.branchline.campaign.broadcast.composing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.branchline.calendar.QuietHours;
import org.branchline.campaign.broadcast.Kind;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Moments;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Speech;
import org.branchline.roster.Access;

/** Asks when a message shall go, and hears it. */
@Singleton
class Timekeeping {

    private static final Speech SPEECH = Reach.SPEECH;
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private final Previewing previewing;

    Timekeeping(Previewing previewing) {
        this.previewing = previewing;
    }

    static Uni<Void> ask(Exchange exchange, Composition composition) {
        InPlace.say(
                exchange, SPEECH.say(exchange, "when.ask", "zone", zone(exchange)), keyboard(exchange, composition));
        return Uni.createFrom().voidItem();
    }

    /** Says what is wrong with a time, and waits for another. */
    static Uni<Void> refuse(Exchange exchange, Composition composition, String wrong, QuietHours quiet) {
        InPlace.say(
                exchange,
                SPEECH.say(exchange, wrong, "zone", zone(exchange), "quiet", quiet.toString()),
                keyboard(exchange, composition));
        return Uni.createFrom().voidItem();
    }

    private static Keyboard keyboard(Exchange exchange, Composition composition) {
        Buttons buttons = new Buttons(exchange, composition.id());
        return new Keyboard(List.of(
                List.of(buttons.of("now", "now")),
                List.of(buttons.of("tomorrow", "tom")),
                List.of(buttons.of("stop", "x"))));
    }

    private static String zone(Exchange exchange) {
        return Moments.place(Reach.zone(exchange));
    }

    /** What a button makes of it; empty where it is not about the time. */
    static Optional<Going> pressed(Exchange exchange, Going going, String deed) {
        return switch (deed) {
            case "when" -> Optional.of(going.asked());
            case "now" -> Optional.of(Going.NOW);
            case "tom" ->
                Optional.of(Going.at(
                        EVENING,
                        exchange.now()
                                .atZone(Reach.zone(exchange))
                                .toLocalDate()
                                .plusDays(1),
                        null));
            case "each" -> Optional.of(going.own(true));
            case "one" -> Optional.of(going.own(false));
            case "night" -> Optional.of(going.nights(!going.nights()));
            default -> Optional.empty();
        };
    }

    /** What was typed. */
    Uni<Void> typed(Exchange exchange, Access access, Composition composition, String text) {
        Optional<Going> read = TypedTime.read(text, exchange.now().atZone(Reach.zone(exchange)));
        String wrong = read.map(going -> previewing.wrong(exchange, going)).orElse("when.unclear");
        if (!wrong.isEmpty()) {
            return refuse(
                    exchange,
                    composition,
                    wrong,
                    previewing.organisation(exchange).quietHours());
        }
        Composition changed = composition.going(read.orElseThrow());
        Compositions.save(exchange, changed);
        return previewing.show(exchange, access, changed);
    }

    /** What can still be said about the time. */
    static List<Button> buttons(Exchange exchange, Composition composition, int asleep, int zones) {
        Buttons buttons = new Buttons(exchange, composition.id());
        List<Button> row = new ArrayList<>();
        row.add(buttons.of("when", "when"));
        Going going = composition.goes();
        if (going.at() != null && zones > 1) {
            row.add(going.own() ? buttons.of("one_moment", "one") : buttons.of("own_hour", "each"));
        }
        boolean service = composition.said().kind() == Kind.SERVICE;
        if (going.nights()) {
            row.add(buttons.of("not_at_night", "night"));
        } else if (asleep > 0 && service) {
            row.add(buttons.of("at_night", "night"));
        }
        return row;
    }
}
