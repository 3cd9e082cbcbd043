package org.branchline.campaign.broadcast.composing;

import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.intake.Exchange;

/** Buttons of one composition, which nobody can mistake for those of another. */
record Buttons(Exchange exchange, long id) {

    /** The command they ask. */
    static final String COMMAND = "broadcast";

    /** A button with a text of the bundle. */
    Button of(String key, String deed, Object... with) {
        return labelled(Reach.SPEECH.say(exchange, "button." + key), deed, with);
    }

    Button labelled(String label, String deed, Object... with) {
        StringBuilder argument = new StringBuilder().append(id).append('.').append(deed);
        for (Object part : with) {
            argument.append('.').append(part);
        }
        return new Button(label, new Action.Order(COMMAND, argument.toString()));
    }
}
