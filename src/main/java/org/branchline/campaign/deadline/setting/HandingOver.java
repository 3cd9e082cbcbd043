package org.branchline.campaign.deadline.setting;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.branchline.calendar.QuietHours;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.broadcast.composing.Reach;
import org.branchline.campaign.deadline.Deadline;
import org.branchline.campaign.deadline.handing.Handing;
import org.branchline.campaign.deadline.handing.Whereto;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.roster.Access;
import org.branchline.roster.Branch;

/** Chooses a branch that is asked to take a deadline on, while it is written. */
final class HandingOver {

    private HandingOver() {}

    static Uni<Void> offer(Exchange exchange, Access access, Sketch sketch, int page) {
        String language = exchange.person().language();
        InPlace.say(
                exchange,
                Handing.SPEECH.say(exchange, "which.new"),
                Whereto.keyboard(
                        exchange,
                        access,
                        page,
                        branch -> Asking.buttons(exchange, sketch).labelled(branch.name(language), "hb", branch.id()),
                        at -> label -> Asking.buttons(exchange, sketch).labelled(label, "h", at),
                        Asking.button(exchange, sketch, "audience", "a", 0)));
        return Uni.createFrom().voidItem();
    }

    /** The sketch for a branch; empty where that cannot be asked, which is said then. */
    static Uni<Optional<Sketch>> chosen(Exchange exchange, Access access, Sketch sketch, long number) {
        Branch branch = Whereto.of(exchange, access, number).orElse(null);
        if (branch == null) {
            return offer(exchange, access, sketch, 0).replaceWith(Optional.empty());
        }
        String name = branch.name(exchange.person().language());
        return Handing.toAsk(exchange, branch.id()).map(captains -> {
            if (captains.isEmpty()) {
                nobody(exchange, sketch, branch, name);
                return Optional.empty();
            }
            Audience audience = Audience.EVERYONE.withBranches(List.of(branch.key()));
            return Optional.of(sketch.to(new Sketch.Target(audience, name, branch.id())));
        });
    }

    private static void nobody(Exchange exchange, Sketch sketch, Branch branch, String name) {
        InPlace.say(
                exchange,
                Handing.SPEECH.say(exchange, "nobody", "branch", name),
                new Keyboard(List.of(
                        List.of(
                                button(exchange, sketch, "another", "h", 0),
                                button(exchange, sketch, "everyone", "b", branch.id())),
                        List.of(Asking.stop(exchange, sketch)))));
    }

    /** Asks those who look after the branch of a deadline that is set by now. */
    static Uni<Void> ask(Exchange exchange, long id, Sketch sketch, Deadline deadline, QuietHours quiet) {
        Branch branch =
                exchange.scene().branches().branch(sketch.whom().branch()).orElseThrow();
        String language = exchange.person().language();
        return Handing.toAsk(exchange, branch.id())
                .invoke(captains -> {
                    Handing.ask(exchange, deadline.numbered(id), branch, captains, quiet);
                    InPlace.say(
                            exchange,
                            Handing.SPEECH.say(
                                    exchange,
                                    "handed.set",
                                    "names",
                                    Handing.names(captains),
                                    "branch",
                                    branch.name(language),
                                    "title",
                                    deadline.title(language),
                                    "by",
                                    deadline.by(Reach.zone(exchange), language)),
                            Keyboard.row(Overseeing.button(exchange, "show", "show", id)));
                })
                .replaceWithVoid();
    }

    /** One with a text of the other room's. */
    static Button button(Exchange exchange, Sketch sketch, String key, String deed, Object... with) {
        return Asking.buttons(exchange, sketch).labelled(Handing.SPEECH.say(exchange, "button." + key), deed, with);
    }
}
