package org.branchline.campaign.deadline.setting;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.branchline.campaign.broadcast.composing.Reach;
import org.branchline.campaign.deadline.Deadline;
import org.branchline.campaign.deadline.Deadlines;
import org.branchline.campaign.deadline.Handed;
import org.branchline.campaign.deadline.TakingBack;
import org.branchline.campaign.deadline.Telling;
import org.branchline.campaign.deadline.handing.Handing;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.database.Audit;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Page;
import org.branchline.intake.Speech;
import org.branchline.roster.Access;
import org.branchline.roster.Deed;

/** The deadlines there are: how they go, moved and called off by whoever looks after all whom they are for. */
@Singleton
class Overseeing {

    /** In the place of a sketch's number on the buttons of what is set. */
    static final int NO_SKETCH = 0;

    private static final Speech SPEECH = Telling.SPEECH;

    /** So long one that is over can be looked at. */
    private static final Duration OVER = Duration.ofDays(14);

    private final Asking asking;
    private final Counting counting;
    private final TakingBack takingBack;

    Overseeing(Asking asking, Counting counting, TakingBack takingBack) {
        this.asking = asking;
        this.counting = counting;
        this.takingBack = takingBack;
    }

    /** Whether somebody looks after everybody whom it is for. */
    static boolean may(Exchange exchange, Access access, Deadline deadline) {
        return deadline.branch() == null
                ? Reach.of(exchange, access, deadline.audience())
                        .filter(deadline.audience()::equals)
                        .isPresent()
                : concerns(exchange, access, deadline);
    }

    /**
     * Whether somebody looks after anybody whom it is for, or after the branch to which it is handed; one that was given by
     * name without a branch concerns those who look after all.
     */
    private static boolean concerns(Exchange exchange, Access access, Deadline deadline) {
        boolean named = deadline.audience().deadlineGiven() > 0;
        return (deadline.branch() == null && !named)
                ? Reach.of(exchange, access, deadline.audience()).isPresent()
                : access.may(Deed.BROADCAST, deadline.branch());
    }

    /** Lists those that concern somebody, soonest first; false where there are none. */
    Uni<Boolean> list(Exchange exchange, Access access, long page) {
        return Deadlines.open(
                        exchange::read,
                        exchange.scene().bot(),
                        exchange.now().minus(OVER).atOffset(ZoneOffset.UTC))
                .map(all -> all.stream()
                        .filter(one -> concerns(exchange, access, one))
                        .toList())
                .map(all -> {
                    if (all.isEmpty()) {
                        return false;
                    }
                    Page<Deadline> shown = Page.of(all, (int) Math.min(page, 999));
                    List<List<Button>> rows = new ArrayList<>();
                    rows.add(List.of(button(exchange, "new", "new", 0)));
                    String language = exchange.person().language();
                    for (Deadline one : shown.shown()) {
                        String label = one.title(language) + ", " + one.by(Reach.zone(exchange), language);
                        rows.add(List.of(labelled(label, "show", one.id())));
                    }
                    rows.addAll(shown.turning(
                            at -> button(exchange, "earlier", "list", at), at -> button(exchange, "more", "list", at)));
                    InPlace.say(exchange, SPEECH.count(exchange, "list", all.size()), new Keyboard(rows));
                    return true;
                });
    }

    Uni<Void> pressed(Exchange exchange, Access access, String deed, long with) {
        if (deed.equals("list")) {
            return list(exchange, access, with).replaceWithVoid();
        }
        return Deadlines.find(exchange::read, exchange.organisation(), with).chain(found -> {
            Deadline deadline =
                    found.filter(one -> concerns(exchange, access, one)).orElse(null);
            if (deadline == null || !deadline.open()) {
                exchange.say(new Outgoing.Acknowledge(SPEECH.say(exchange, deadline == null ? "gone" : "called_off")));
                return Uni.createFrom().voidItem();
            }
            return may(exchange, access, deadline)
                    ? act(exchange, access, deadline, deed)
                    : show(exchange, access, deadline, false);
        });
    }

    private Uni<Void> act(Exchange exchange, Access access, Deadline deadline, String deed) {
        return switch (deed) {
            case "move" ->
                Sketches.begin(exchange).chain(id -> {
                    Sketch sketch = Sketch.moving(id, deadline);
                    Sketches.save(exchange, sketch);
                    return asking.next(exchange, access, sketch);
                });
            case "off" -> {
                InPlace.say(
                        exchange,
                        SPEECH.say(
                                exchange,
                                "off.ask",
                                "title",
                                deadline.title(exchange.person().language())),
                        Keyboard.row(
                                button(exchange, "off", "offy", deadline.id()),
                                button(exchange, "keep", "show", deadline.id())));
                yield Uni.createFrom().voidItem();
            }
            case "offy" -> callOff(exchange, deadline);
            default -> show(exchange, access, deadline, true);
        };
    }

    private Uni<Void> callOff(Exchange exchange, Deadline deadline) {
        return takingBack
                .all(exchange, deadline.id())
                .chain(() -> Deadlines.cancel(exchange, deadline.id()))
                .invoke(() -> {
                    Audit.record(
                            exchange,
                            exchange.organisation(),
                            "member " + exchange.member().id(),
                            "called off a deadline",
                            List.of("deadline " + deadline.id()));
                    InPlace.say(
                            exchange,
                            SPEECH.say(
                                    exchange,
                                    "off",
                                    "title",
                                    deadline.title(exchange.person().language())),
                            Keyboard.NONE);
                });
    }

    private Uni<Void> show(Exchange exchange, Access access, Deadline deadline, boolean whole) {
        String language = exchange.person().language();
        return Uni.combine()
                .all()
                .unis(
                        deadline.handed()
                                ? Uni.createFrom().item(List.<String>of())
                                : counting.lines(exchange, access, deadline),
                        deadline.handed()
                                ? Handed.find(exchange, deadline.id())
                                : Uni.createFrom().item(Optional.<Handed>empty()))
                .asTuple()
                .invoke(both -> {
                    Handed handed = both.getItem2().orElse(null);
                    String how = handed == null ? String.join("\n", both.getItem1()) : handed.line(exchange);
                    List<List<Button>> rows = new ArrayList<>();
                    if (whole && handed != null && handed.waits()) {
                        rows.add(List.of(Handing.another(exchange, deadline.id())));
                    }
                    if (whole) {
                        rows.add(List.of(
                                button(exchange, "move", "move", deadline.id()),
                                button(exchange, "off", "off", deadline.id())));
                    }
                    rows.add(List.of(
                            button(exchange, "again", "show", deadline.id()), button(exchange, "all", "list", 0)));
                    String by = SPEECH.say(
                            exchange,
                            deadline.over(Reach.zone(exchange), exchange.now()) ? "was_by" : "by",
                            "by",
                            deadline.by(Reach.zone(exchange), language));
                    InPlace.say(
                            exchange,
                            deadline.title(language) + "\n" + by + Telling.lead(deadline, language) + "\n\n"
                                    + deadline.whom() + "\n" + how,
                            new Keyboard(rows));
                })
                .replaceWithVoid();
    }

    static Button button(Exchange exchange, String key, String deed, long with) {
        return labelled(SPEECH.say(exchange, "button." + key), deed, with);
    }

    private static Button labelled(String label, String deed, long with) {
        return new Button(label, new Action.Order(Setting.NAME, NO_SKETCH + "." + deed + "." + with));
    }
}
