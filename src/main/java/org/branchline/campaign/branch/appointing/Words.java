package org.branchline.campaign.branch.appointing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.delivery.Letter;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Speech;
import org.branchline.intake.Word;
import org.branchline.roster.Organisations;

/** What is said about who looks after a branch. */
@Singleton
public class Words {

    public static final Speech SPEECH = Speech.of("appointing");

    private final Organisations organisations;

    Words(Organisations organisations) {
        this.organisations = organisations;
    }

    /** What the organisation calls a captain. */
    String captain(Exchange exchange, String language) {
        return Word.ONE.of(organisations.organisation(exchange.organisation()), language, "captain");
    }

    String organisation(Exchange exchange) {
        return organisations.organisation(exchange.organisation()).name();
    }

    /** Says it where the button was. */
    public static Uni<Void> said(Exchange exchange, Keyboard keyboard, String key, String... values) {
        InPlace.say(exchange, SPEECH.say(exchange, key, values), keyboard);
        return Uni.createFrom().voidItem();
    }

    /** What a button meant is open no longer. */
    public static Uni<Void> gone(Exchange exchange) {
        return said(exchange, Keyboard.NONE, "gone");
    }

    /** Writes to somebody, unless they want to hear nothing. */
    public static void tell(Exchange exchange, Somebody to, String text, Button... buttons) {
        if (!to.stopped()) {
            exchange.send(Letter.unasked(
                    exchange.scene().bot(),
                    to.chat(),
                    null,
                    false,
                    new Outgoing.Say(text, buttons.length == 0 ? Keyboard.NONE : Keyboard.row(buttons))));
        }
    }
}
