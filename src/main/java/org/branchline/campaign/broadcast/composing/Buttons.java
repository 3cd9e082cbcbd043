package org.branchline.campaign.broadcast.composing;

import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.intake.Exchange;

/**
 * Buttons of one composition, which nobody can mistake for those of another.
 *
 * @param command that they ask
 */
public record Buttons(Exchange exchange, String command, long id) {

    /** The command that composes a message to many. */
    static final String COMMAND = "broadcast";

    Buttons(Exchange exchange, long id) {
        this(exchange, COMMAND, id);
    }

    /** A button with a text of this room's. */
    public Button of(String key, String deed, Object... with) {
        return labelled(Reach.SPEECH.say(exchange, "button." + key), deed, with);
    }

    public Button labelled(String label, String deed, Object... with) {
        StringBuilder argument = new StringBuilder().append(id).append('.').append(deed);
        for (Object part : with) {
            argument.append('.').append(part);
        }
        return new Button(label, new Action.Order(command, argument.toString()));
    }
}
