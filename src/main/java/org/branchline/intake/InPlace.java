package org.branchline.intake;

import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;

/** Answers a press in the message that carried the button, so that it cannot be pressed twice; anything else anew. */
public final class InPlace {

    private InPlace() {}

    /** Says it where the button was. */
    public static void say(Exchange exchange, String text, Keyboard keyboard) {
        Arrival arrival = exchange.arrival();
        exchange.say(
                arrival != null && arrival.what() instanceof What.Press press && press.message() > 0
                        ? new Outgoing.Edit(press.message(), text, keyboard)
                        : new Outgoing.Say(text, keyboard));
    }
}
