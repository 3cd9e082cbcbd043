package org.branchline.campaign.broadcast;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;
import org.branchline.roster.Election;
import org.branchline.roster.Organisations;

/** The answer to "more than usual until then?": only a yes changes anything, and it can be taken back. */
@Singleton
class Increasing implements Command {

    private static final String SET =
            "update member set more_until = $3, more_messages = $4 where organisation = $1 and id = $2";

    private static final String END =
            "update member set more_until = null, more_messages = null where organisation = $1 and id = $2";

    private final Organisations organisations;

    Increasing(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public String name() {
        return Election.COMMAND;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        answer(exchange, argument.equals(Election.YES));
        return Uni.createFrom().voidItem();
    }

    /** Takes a yes or a no. */
    void answer(Exchange exchange, boolean yes) {
        Optional<Election> election = Election.of(
                        organisations.organisation(exchange.organisation()).about())
                .filter(one -> one.lasts(exchange.now()));
        if (yes && election.isPresent()) {
            more(exchange, election.get());
        } else if (yes) {
            exchange.say(Wording.SPEECH.say(exchange, "more.over"));
        } else {
            exchange.write(
                    END, exchange.organisation().number(), exchange.member().id());
            exchange.say(Wording.SPEECH.say(exchange, "more.no"));
        }
    }

    private static void more(Exchange exchange, Election election) {
        ZoneId own = exchange.person().zone();
        exchange.write(
                SET,
                exchange.organisation().number(),
                exchange.member().id(),
                election.end(own == null ? ZoneOffset.UTC : own).atOffset(ZoneOffset.UTC),
                election.messagesAWeek());
        exchange.say(
                Wording.SPEECH.say(
                        exchange,
                        "more.yes",
                        "number",
                        "" + election.messagesAWeek(),
                        "day",
                        Speech.day(exchange.person().language(), election.until())),
                Keyboard.row(Wording.SPEECH.button(exchange, "more.usual", Election.COMMAND, Election.NO)));
    }
}
