package org.branchline.campaign.deadline.handing;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.branchline.campaign.broadcast.composing.Reach;
import org.branchline.campaign.deadline.Deadline;
import org.branchline.campaign.deadline.Deadlines;
import org.branchline.campaign.deadline.Handed;
import org.branchline.conversation.Keyboard;
import org.branchline.database.Audit;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Speech;

/** Asks what the part of those is who were chosen, shows it, and passes it on: a deadline of its own, once. */
final class Settling {

    private static final Speech SPEECH = Handing.SPEECH;

    private Settling() {}

    static Uni<Void> ask(Exchange exchange, Passing passing) {
        InPlace.say(
                exchange,
                SPEECH.count(exchange, "part.ask", passing.chosen().size()),
                Keyboard.row(
                        PassingOn.button(exchange, "all_of_it", "l", passing.id()),
                        PassingOn.button(exchange, "stop", "x", passing.id())));
        return Uni.createFrom().voidItem();
    }

    static Uni<Void> preview(Exchange exchange, Handed handed, Passing passing) {
        return Receivers.of(exchange, handed, passing.chosen())
                .invoke(found -> {
                    if (found.isEmpty()) {
                        none(exchange);
                        return;
                    }
                    String language = exchange.person().language();
                    InPlace.say(
                            exchange,
                            Handing.words(part(exchange, handed, passing), "{name}", Reach.zone(exchange), language)
                                    + "\n\n" + SPEECH.say(exchange, "part.for", "names", Receivers.names(found)),
                            new Keyboard(List.of(
                                    List.of(PassingOn.button(exchange, "pass_it_on", "y", passing.id())),
                                    List.of(
                                            PassingOn.button(exchange, "rewrite", "w", passing.id()),
                                            PassingOn.button(exchange, "others", "g", passing.id(), 0)),
                                    List.of(PassingOn.button(exchange, "stop", "x", passing.id())))));
                })
                .replaceWithVoid();
    }

    /** Who takes what is begun away passes it on; a second press finds nothing. */
    static Uni<Void> put(Exchange exchange, Handed handed, Passing passing) {
        return Receivers.of(exchange, handed, passing.chosen())
                .chain(found -> Passings.drop(exchange).chain(ours -> {
                    if (!ours || found.isEmpty()) {
                        none(exchange);
                        return Uni.createFrom().voidItem();
                    }
                    List<Long> members =
                            found.stream().map(Receivers.Receiver::member).toList();
                    return Deadlines.give(exchange, part(exchange, handed, passing), members)
                            .invoke(id -> passed(exchange, handed, id, found))
                            .replaceWithVoid();
                }));
    }

    private static void passed(Exchange exchange, Handed handed, long part, List<Receivers.Receiver> receivers) {
        Audit.record(
                exchange,
                exchange.organisation(),
                "member " + exchange.member().id(),
                "passed on a deadline",
                List.of(
                        "deadline " + handed.deadline().id(),
                        "branch " + handed.branch(),
                        "part " + part,
                        "members " + receivers.size()));
        InPlace.say(
                exchange,
                SPEECH.say(
                        exchange,
                        "passed",
                        "title",
                        handed.deadline().title(exchange.person().language()),
                        "names",
                        Receivers.names(receivers)),
                Keyboard.NONE);
    }

    private static void none(Exchange exchange) {
        InPlace.say(exchange, SPEECH.say(exchange, "nobody_left"), Keyboard.NONE);
    }

    /** The same with other words, led by whoever passes it on. */
    private static Deadline part(Exchange exchange, Handed handed, Passing passing) {
        Deadline whole = handed.deadline();
        return new Deadline(
                0,
                whole.fallback(),
                whole.titles(),
                passing.part().isEmpty() ? whole.tasks() : Map.of(whole.fallback(), passing.part()),
                whole.link(),
                whole.due(),
                whole.audience(),
                whole.whom(),
                whole.ladder(),
                exchange.member().id(),
                exchange.person().name(),
                true,
                0,
                false,
                exchange.now(),
                handed.branch(),
                whole.id());
    }
}
