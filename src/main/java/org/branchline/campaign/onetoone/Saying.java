package org.branchline.campaign.onetoone;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import org.branchline.campaign.broadcast.composing.Reach;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Moments;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Speech;

/** Texts and buttons of one-to-ones. */
final class Saying {

    static final Speech SPEECH = Speech.of("onetoone");

    private Saying() {}

    /** Answers where the button was, or anew. */
    static Uni<Void> said(Exchange exchange, String text, Keyboard keyboard) {
        InPlace.say(exchange, text, keyboard);
        return Uni.createFrom().voidItem();
    }

    /** A text about whoever was met. */
    static String about(Exchange exchange, String key, OneToOne one) {
        return SPEECH.say(exchange, key, "who", one.who());
    }

    /** One that does something with a one-to-one; its label is the text {@code button.KEY}. */
    static Button button(Exchange exchange, String key, long id, String deed) {
        return labelled(SPEECH.say(exchange, "button." + key), id, deed);
    }

    static Button labelled(String label, long id, String deed) {
        return new Button(label, new Action.Order(Meeting.NAME, id + "." + deed));
    }

    /** The same with a day. */
    static Button button(Exchange exchange, String key, OneToOne one, String deed, LocalDate day) {
        return button(exchange, key, one.id(), deed + day.toEpochDay());
    }

    static Button all(Exchange exchange) {
        return button(exchange, "all", 0, Meeting.LIST);
    }

    static String day(Exchange exchange, LocalDate day) {
        return Moments.day(day, exchange.person().language());
    }

    /** The day it is where the member lives. */
    static LocalDate today(Exchange exchange) {
        return exchange.now().atZone(Reach.zone(exchange)).toLocalDate();
    }
}
