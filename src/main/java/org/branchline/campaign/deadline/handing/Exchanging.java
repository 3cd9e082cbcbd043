package org.branchline.campaign.deadline.handing;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.branchline.calendar.QuietHours;
import org.branchline.campaign.deadline.Handed;
import org.branchline.campaign.deadline.Telling;
import org.branchline.campaign.helpdesk.Helper;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.roster.Access;
import org.branchline.roster.Branch;
import org.branchline.roster.Deed;

/** Asks another branch in place of one that has not accepted. */
final class Exchanging {

    /** Twice the same is once; not where somebody accepted meanwhile. */
    private static final String ASK = """
            update deadline set branch = $4, whom = $5, handing = 'asked', captain = null, word_until = null
            where organisation = $1 and bot = $6 and id = $2 and branch = $3 and state = 'open'
              and (handing in ('declining', 'declined') or handing = 'asked' and branch <> $4
                or handing = 'accepted' and captain is null)
            returning id
            """;

    private Exchanging() {}

    /** {@code o} and a page offers branches, {@code b} and a branch asks it. */
    static Uni<Void> pressed(
            Exchange exchange, Access access, Handed handed, String deed, long with, QuietHours quiet) {
        if (!handed.waits() || !access.may(Deed.BROADCAST, handed.branch())) {
            return access.may(Deed.BROADCAST, handed.branch())
                    ? Answering.answered(exchange, handed)
                    : Answering.gone(exchange);
        }
        if (deed.equals("o")) {
            return offer(exchange, access, handed, (int) Math.min(with, 999));
        }
        return Whereto.of(exchange, access, with)
                .map(branch -> Handing.toAsk(exchange, branch.id())
                        .chain(captains -> captains.isEmpty()
                                ? nobody(exchange, handed, branch)
                                : ask(exchange, handed, branch, captains, quiet)))
                .orElseGet(() -> Answering.gone(exchange));
    }

    private static Uni<Void> offer(Exchange exchange, Access access, Handed handed, int page) {
        long id = handed.deadline().id();
        String language = exchange.person().language();
        InPlace.say(
                exchange,
                Handing.SPEECH.say(exchange, "which", "title", handed.deadline().title(language)),
                Whereto.keyboard(
                        exchange,
                        access,
                        page,
                        branch -> Handing.labelled(branch.name(language), "b", id, branch.id()),
                        at -> label -> Handing.labelled(label, "o", id, at),
                        off(exchange, id)));
        return Uni.createFrom().voidItem();
    }

    private static Button off(Exchange exchange, long deadline) {
        return Telling.SPEECH.button(exchange, "off", Telling.SETTING, "0.off." + deadline);
    }

    private static Uni<Void> nobody(Exchange exchange, Handed handed, Branch branch) {
        long id = handed.deadline().id();
        InPlace.say(
                exchange,
                Handing.SPEECH.say(
                        exchange,
                        "nobody",
                        "branch",
                        branch.name(exchange.person().language())),
                Keyboard.row(Handing.button(exchange, "another", "o", id, 0), off(exchange, id)));
        return Uni.createFrom().voidItem();
    }

    private static Uni<Void> ask(
            Exchange exchange, Handed handed, Branch branch, List<Helper> captains, QuietHours quiet) {
        String name = branch.name(exchange.person().language());
        return exchange.read(
                        ASK,
                        exchange.organisation().number(),
                        handed.deadline().id(),
                        handed.branch(),
                        branch.id(),
                        name,
                        exchange.scene().bot().id())
                .invoke(rows -> {
                    if (rows.size() > 0) {
                        Handing.ask(exchange, handed.deadline(), branch, captains, quiet);
                    }
                    InPlace.say(
                            exchange,
                            Handing.SPEECH.say(
                                    exchange,
                                    "handed",
                                    "title",
                                    handed.deadline().title(exchange.person().language()),
                                    "branch",
                                    name,
                                    "names",
                                    Handing.names(captains)),
                            Keyboard.NONE);
                })
                .replaceWithVoid();
    }
}
