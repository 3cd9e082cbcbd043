package org.branchline.conversation.engine;

import org.branchline.conversation.Answer;

/** A note is said with the question after it and never open itself. */
final class NoteForm implements Form {

    @Override
    public boolean needed(Asked asked) {
        return false;
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
