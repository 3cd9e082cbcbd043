package org.branchline.conversation.engine;

import java.util.List;
import org.branchline.conversation.Answer;
import org.branchline.conversation.Button;

/** A note is said with the question after it and never open itself. */
final class NoteForm implements Form {

    @Override
    public boolean needed(Asked asked) {
        return false;
    }

    @Override
    public List<List<Button>> rows(Asked asked) {
        return List.of();
    }

    @Override
    public Heard pressed(Asked asked, String choice) {
        return new Heard.Old();
    }

    @Override
    public Heard wrote(Asked asked, String text, long message) {
        return new Heard.Old();
    }

    @Override
    public String words(Asked asked, Answer answer) {
        return "";
    }
}
