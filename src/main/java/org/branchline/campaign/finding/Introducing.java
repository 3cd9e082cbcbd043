package org.branchline.campaign.finding;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.database.Audit;
import org.branchline.delivery.Doubt;
import org.branchline.delivery.Letter;
import org.branchline.delivery.Priority;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;

/** "Yes, introduce me": whoever asked hears the name. */
@Singleton
class Introducing implements Command {

    static final String NAME = "introduce";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        return Introduction.meant(exchange, argument, introduction -> {
            introduction.answer(exchange, true);
            Audit.record(
                    exchange,
                    exchange.organisation(),
                    "member " + exchange.member().id(),
                    "agreed to be introduced",
                    List.of("member " + introduction.asker()));
            InPlace.say(
                    exchange,
                    FindingText.SPEECH.say(exchange, "introduced", "name", introduction.name()),
                    Keyboard.NONE);
            tell(exchange, introduction);
        });
    }

    private static void tell(Exchange exchange, Introduction introduction) {
        ZoneId zone = exchange.person().zone();
        String line = FindingText.line(
                exchange,
                introduction.language(),
                exchange.person().name(),
                exchange.member().branch(),
                zone == null ? null : zone.getId());
        // The button begins anew whatever it carries; by the number that it carries, erasing finds this message.
        Button find = new Button(
                FindingText.SPEECH.in(introduction.language(), "button.anew"),
                new Action.Order(Finding.NAME, "" + exchange.scene().chat()));
        exchange.send(new Letter(
                exchange.scene().bot(),
                introduction.chat(),
                null,
                Priority.REMINDER,
                Doubt.REPORT,
                false,
                new Outgoing.Say(
                        FindingText.SPEECH.in(introduction.language(), "said_yes", "person", line),
                        Keyboard.row(find))));
    }
}
