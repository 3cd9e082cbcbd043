package org.branchline.campaign.deadline.setting;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.broadcast.composing.Reach;
import org.branchline.campaign.deadline.Deadline;
import org.branchline.campaign.deadline.Deadlines;
import org.branchline.campaign.deadline.TakingBack;
import org.branchline.campaign.deadline.Telling;
import org.branchline.conversation.Keyboard;
import org.branchline.database.Audit;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Speech;
import org.branchline.roster.Access;
import org.branchline.roster.Deed;

/** Sets what was looked at, or moves it: once, however often it is pressed. */
@Singleton
class Putting {

    private static final Speech SPEECH = Telling.SPEECH;

    private final Asking asking;
    private final Previewing previewing;
    private final TakingBack takingBack;

    Putting(Asking asking, Previewing previewing, TakingBack takingBack) {
        this.asking = asking;
        this.previewing = previewing;
        this.takingBack = takingBack;
    }

    /** A press below a preview of this edition. */
    Uni<Void> pressed(Exchange exchange, Access access, Sketch sketch, String edition) {
        if (sketch.step() != Sketch.Step.PREVIEW || !edition.equals("" + sketch.edition())) {
            return asking.next(exchange, access, sketch);
        }
        Audience reached = Reach.of(exchange, access, sketch.whom().audience()).orElse(null);
        if (reached == null
                || (sketch.handed() && !access.may(Deed.BROADCAST, sketch.whom().branch()))) {
            return asking.next(exchange, access, sketch);
        }
        Deadline deadline =
                sketch.whole(previewing.organisation(exchange).languages().get(0), reached, exchange.now());
        if (deadline.over(Reach.zone(exchange), exchange.now())) {
            Sketch anew = sketch.awaiting(Sketch.Step.WHEN, "");
            Sketches.save(exchange, anew);
            return asking.when(exchange, anew, "when.over");
        }
        if (sketch.moves() > 0) {
            return move(exchange, access, deadline);
        }
        if (sketch.handed()) {
            return handOver(exchange, access, sketch, deadline);
        }
        return previewing
                .count(exchange, access, sketch)
                .chain(counted -> counted.total() == 0
                        ? previewing.show(exchange, access, sketch)
                        : put(exchange, deadline, counted.total()));
    }

    private Uni<Void> handOver(Exchange exchange, Access access, Sketch sketch, Deadline deadline) {
        return HandingOver.chosen(exchange, access, sketch, sketch.whom().branch())
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : Deadlines.put(exchange, deadline)
                                .call(id -> {
                                    Sketches.drop(exchange);
                                    return HandingOver.ask(
                                            exchange,
                                            id,
                                            sketch,
                                            deadline,
                                            previewing.organisation(exchange).quietHours());
                                })
                                .replaceWithVoid());
    }

    private Uni<Void> put(Exchange exchange, Deadline deadline, int members) {
        return Deadlines.put(exchange, deadline)
                .invoke(id -> {
                    audit(exchange, "set a deadline", List.of("deadline " + id, "members " + members));
                    end(exchange, deadline, id, "set");
                })
                .replaceWithVoid();
    }

    /** Only what its mover may move whole; what still waits to say the former time is taken back. */
    private Uni<Void> move(Exchange exchange, Access access, Deadline changed) {
        return Deadlines.find(exchange::read, exchange.organisation(), changed.id())
                .chain(found -> {
                    Deadline before = found.filter(one -> Overseeing.may(exchange, access, one))
                            .orElse(null);
                    if (before == null || !before.open()) {
                        Sketches.drop(exchange);
                        InPlace.say(exchange, SPEECH.say(exchange, "called_off"), Keyboard.NONE);
                        return Uni.createFrom().voidItem();
                    }
                    return takingBack
                            .all(exchange, changed.id())
                            .chain(() -> Deadlines.move(exchange, changed.id(), changed.due(), changed.ladder()))
                            .invoke(() -> {
                                audit(exchange, "moved a deadline", List.of("deadline " + changed.id()));
                                end(exchange, changed, changed.id(), "moved");
                            });
                });
    }

    private void end(Exchange exchange, Deadline deadline, long id, String key) {
        Sketches.drop(exchange);
        String language = exchange.person().language();
        InPlace.say(
                exchange,
                SPEECH.say(
                        exchange,
                        key,
                        "title",
                        deadline.title(language),
                        "by",
                        deadline.by(Reach.zone(exchange), language),
                        "dates",
                        previewing.dates(exchange, deadline)),
                Keyboard.row(Overseeing.button(exchange, "show", "show", id)));
    }

    private static void audit(Exchange exchange, String what, List<String> about) {
        Audit.record(
                exchange, exchange.organisation(), "member " + exchange.member().id(), what, about);
    }
}
