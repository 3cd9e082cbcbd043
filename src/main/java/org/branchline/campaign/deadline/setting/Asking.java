package org.branchline.campaign.deadline.setting;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.branchline.campaign.broadcast.composing.Buttons;
import org.branchline.campaign.broadcast.composing.Choosing;
import org.branchline.campaign.broadcast.composing.Reach;
import org.branchline.campaign.deadline.Telling;
import org.branchline.campaign.deadline.handing.Whereto;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Moments;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Speech;
import org.branchline.roster.Access;
import org.branchline.roster.Officer;

/** Asks what has to be said next of a deadline. */
@Singleton
class Asking {

    private static final Speech SPEECH = Telling.SPEECH;

    private final Choosing choosing;
    private final Previewing previewing;

    Asking(Choosing choosing, Previewing previewing) {
        this.choosing = choosing;
        this.previewing = previewing;
    }

    Uni<Void> next(Exchange exchange, Access access, Sketch sketch) {
        return switch (sketch.step()) {
            case TITLE, TASK, LADDER -> say(exchange, question(exchange, sketch), Keyboard.row(stop(exchange, sketch)));
            case LINK ->
                say(
                        exchange,
                        SPEECH.say(exchange, "ask.link"),
                        Keyboard.row(button(exchange, sketch, "no_link", "nl"), stop(exchange, sketch)));
            case WHEN -> when(exchange, sketch, "ask.when");
            case AUDIENCE -> whom(exchange, access, sketch, 0);
            case LEAD -> lead(exchange, sketch);
            case PREVIEW -> previewing.show(exchange, access, sketch);
        };
    }

    /** Asks whom it is for, a page of branches at a time. */
    Uni<Void> whom(Exchange exchange, Access access, Sketch sketch, int page) {
        return choosing.offer(
                exchange,
                access,
                buttons(exchange, sketch),
                page,
                Whereto.any(access) ? List.of(HandingOver.button(exchange, sketch, "hand", "h", 0)) : List.of());
    }

    /** Asks for the time, or says what is wrong with one. */
    Uni<Void> when(Exchange exchange, Sketch sketch, String key) {
        return say(
                exchange,
                SPEECH.say(exchange, key, "zone", Moments.place(Reach.zone(exchange))),
                Keyboard.row(stop(exchange, sketch)));
    }

    private String question(Exchange exchange, Sketch sketch) {
        String key = "ask." + sketch.step().name().toLowerCase(Locale.ROOT);
        return sketch.language().isEmpty()
                        || sketch.language()
                                .equals(previewing
                                        .organisation(exchange)
                                        .languages()
                                        .get(0))
                ? SPEECH.say(exchange, key)
                : SPEECH.say(exchange, key + ".in", "language", Speech.language(sketch.language()));
    }

    private Uni<Void> lead(Exchange exchange, Sketch sketch) {
        List<List<Button>> rows = new ArrayList<>();
        exchange.scene().branches().officers().stream()
                .map(officer -> new Lead(officer.member(), officer.name()))
                .distinct()
                .limit(MOST_LEADS)
                .forEach(lead ->
                        rows.add(List.of(buttons(exchange, sketch).labelled(lead.name(), "lm", lead.member()))));
        rows.add(List.of(button(exchange, sketch, "no_lead", "ln"), stop(exchange, sketch)));
        return say(exchange, SPEECH.say(exchange, "ask.lead"), new Keyboard(rows));
    }

    private static final int MOST_LEADS = 20;

    /** Somebody who may lead. */
    record Lead(long member, String name) {
        static Lead of(Officer officer) {
            return new Lead(officer.member(), officer.name());
        }
    }

    static Buttons buttons(Exchange exchange, Sketch sketch) {
        return new Buttons(exchange, Setting.NAME, sketch.id());
    }

    /** One with a text of this room's. */
    static Button button(Exchange exchange, Sketch sketch, String key, String deed, Object... with) {
        return buttons(exchange, sketch).labelled(SPEECH.say(exchange, "button." + key), deed, with);
    }

    static Button stop(Exchange exchange, Sketch sketch) {
        return button(exchange, sketch, "stop", "x");
    }

    private static Uni<Void> say(Exchange exchange, String text, Keyboard keyboard) {
        InPlace.say(exchange, text, keyboard);
        return Uni.createFrom().voidItem();
    }
}
