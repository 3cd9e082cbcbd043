package org.branchline.campaign.finding;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.delivery.Doubt;
import org.branchline.delivery.Letter;
import org.branchline.delivery.Priority;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;

/** Asks those who want to be asked before they are introduced, some at a press. */
@Singleton
class AskingFirst implements Command {

    static final String NAME = "askfirst";

    /** Asked anew only who did not agree meanwhile. */
    private static final String ASK = """
            insert into introduction (organisation, asker, member, asked_at) values ($1, $2, $3, $4)
            on conflict (organisation, asker, member) do update
              set asked_at = excluded.asked_at, answered_at = null, agreed = null
              where introduction.agreed is not true
            """;

    private final Offers offers;

    AskingFirst(Offers offers) {
        this.offers = offers;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Audience audience() {
        return Audience.CAPTAIN;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        return Search.allowed(
                exchange, offers, argument, search -> search.reserved().chain(reserved -> {
                    reserved.forEach(person -> ask(exchange, person, search));
                    search.audit(
                            "asked to be introduced",
                            reserved.stream().map(Found.Reserved::member).toList());
                    return search.show(
                            // Who was asked is counted no more, though that is written only with the turn's end.
                            found -> new Found(found.people(), found.total(), found.askable() - reserved.size()),
                            reserved.isEmpty() ? "" : FindingText.SPEECH.count(exchange, "asked", reserved.size()));
                }));
    }

    private static void ask(Exchange exchange, Found.Reserved person, Search search) {
        exchange.write(
                ASK,
                exchange.organisation().number(),
                exchange.member().id(),
                person.member(),
                exchange.now().atOffset(ZoneOffset.UTC));
        String language = person.language();
        String words = search.wanted().words(search.offers(), language);
        String text = words.isEmpty()
                ? FindingText.SPEECH.in(
                        language, "may_i.help", "name", exchange.person().name())
                : FindingText.SPEECH.in(
                        language, "may_i", "name", exchange.person().name(), "wanted", words);
        // The asker's number alone: by it, erasing finds messages that name them.
        String asker = "" + exchange.scene().chat();
        exchange.send(new Letter(
                exchange.scene().bot(),
                person.chat(),
                null,
                Priority.REMINDER,
                Doubt.REPORT,
                false,
                new Outgoing.Say(
                        text,
                        Keyboard.row(
                                new Button(
                                        FindingText.SPEECH.in(language, "button.yes"),
                                        new Action.Order(Introducing.NAME, asker)),
                                new Button(
                                        FindingText.SPEECH.in(language, "button.no"),
                                        new Action.Order(StayingUnknown.NAME, asker))))));
    }
}
