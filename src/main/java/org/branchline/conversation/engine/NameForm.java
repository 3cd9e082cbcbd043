package org.branchline.conversation.engine;

import java.util.List;
import org.branchline.conversation.Answer;
import org.branchline.conversation.Button;
import org.branchline.conversation.Effect;

/** What the person wants to be called: the name the chat shows, or another. */
final class NameForm implements TextForm {

    @Override
    public List<List<Button>> rows(Asked asked) {
        String name = asked.person().name();
        return name.isBlank() ? List.of() : List.of(List.of(asked.button(name, Buttons.NAME)));
    }

    @Override
    public Heard pressed(Asked asked, String choice) {
        return choice.equals(Buttons.NAME) && !asked.person().name().isBlank()
                ? named(asked.person().name(), 0)
                : new Heard.Old();
    }

    @Override
    public Heard wrote(Asked asked, String text, long message) {
        String line = text.replace('\n', ' ');
        return Limits.tooLong(asked, line, Limits.NAME).orElseGet(() -> named(line, message));
    }

    private static Heard named(String name, long message) {
        Answer answer = new Answer.Words(List.of(new Answer.Piece(message, name)));
        return new Heard.Settled(
                answer,
                Echo.of(name),
                message,
                List.of(new Also(new Effect.Named(name), person -> person.withName(name))));
    }
}
