package org.branchline.campaign.event.making;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.branchline.campaign.broadcast.composing.Reach;
import org.branchline.campaign.event.Ahead;
import org.branchline.campaign.event.Shift;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Moments;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Page;
import org.branchline.intake.Speech;
import org.branchline.roster.Access;

/** What is planned in the next two weeks, by the reader's own clock, and how full it is; a press shows the host's card. */
@Singleton
class Planned {

    static final Duration AHEAD = Duration.ofDays(14);

    private static final Speech SPEECH = Making.SPEECH;
    private static final String HOST = "host";
    private static final int LONGEST_LABEL = 40;

    /** Lists it; false where nothing is planned that concerns the reader. */
    Uni<Boolean> list(Exchange exchange, Access access, long number) {
        return Ahead.of(exchange, access, exchange.now().plus(AHEAD)).map(all -> {
            if (!all.isEmpty()) {
                say(exchange, all, Page.of(all, (int) Math.min(number, 999)));
            }
            return !all.isEmpty();
        });
    }

    /** The same, which says too that nothing is planned. */
    Uni<Void> page(Exchange exchange, Access access, long number) {
        return list(exchange, access, number)
                .invoke(listed -> {
                    if (!listed) {
                        InPlace.say(
                                exchange,
                                SPEECH.say(exchange, "list.none"),
                                Keyboard.row(button(exchange, "new", "new", 0)));
                    }
                })
                .replaceWithVoid();
    }

    private static void say(Exchange exchange, List<Shift> all, Page<Shift> page) {
        ZoneId zone = Reach.zone(exchange);
        StringBuilder text =
                new StringBuilder(SPEECH.count(exchange, "list", all.size(), "place", Moments.place(zone)));
        List<List<Button>> rows = new ArrayList<>();
        int at = all.indexOf(page.shown().get(0));
        for (Shift shift : page.shown()) {
            at++;
            String when = Moments.of(shift.startsAt(), zone, exchange.person().language());
            String title = shift.event().title(exchange.person().language());
            text.append('\n')
                    .append(SPEECH.say(
                            exchange,
                            "line",
                            "n",
                            "" + at,
                            "when",
                            when,
                            "title",
                            title,
                            "state",
                            state(exchange, shift)));
            rows.add(List.of(
                    new Button(shortened(at + " · " + when + " · " + title), new Action.Order(HOST, "" + shift.id()))));
        }
        rows.addAll(page.turning(
                to -> button(exchange, "earlier", "list", to), to -> button(exchange, "more", "list", to)));
        rows.add(List.of(button(exchange, "new", "new", 0)));
        InPlace.say(exchange, text.toString(), new Keyboard(rows));
    }

    /** How full it is, in few words. */
    private static String state(Exchange exchange, Shift shift) {
        if (shift.taken() == 0) {
            return SPEECH.say(exchange, "state.empty");
        }
        if (shift.filling() == Shift.Filling.FULL) {
            return SPEECH.say(exchange, "state.full");
        }
        Integer places = shift.places();
        String many = places == null
                ? SPEECH.say(exchange, "state.come", "n", "" + shift.taken())
                : SPEECH.say(exchange, "state.of", "n", "" + shift.taken(), "places", "" + places);
        return shift.filling() == Shift.Filling.THIN ? SPEECH.say(exchange, "state.thin", "many", many) : many;
    }

    private static String shortened(String label) {
        return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
    }

    private static Button button(Exchange exchange, String key, String deed, long with) {
        return new Button(
                SPEECH.say(exchange, "button." + key),
                new Action.Order(Making.NAME, Making.NO_SKETCH + "." + deed + "." + with));
    }
}
