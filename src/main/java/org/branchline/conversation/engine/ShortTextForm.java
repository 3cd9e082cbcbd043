package org.branchline.conversation.engine;

import java.util.List;
import org.branchline.conversation.Answer;

/** One message of text. */
final class ShortTextForm implements TextForm {

    @Override
    public Heard wrote(Asked asked, String text, long message) {
        return Limits.tooLong(asked, text).orElseGet(() -> {
            Answer answer = new Answer.Words(List.of(new Answer.Piece(message, text)));
            return new Heard.Settled(answer, Echo.of(text), message);
        });
    }
}
