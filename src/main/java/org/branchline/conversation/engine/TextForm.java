package org.branchline.conversation.engine;

import org.branchline.conversation.Answer;

/** A question that any text answers. */
interface TextForm extends Form {

    @Override
    default boolean takesText(Asked asked) {
        return true;
    }

    @Override
    default String words(Asked asked, Answer answer) {
        return Parts.text(answer);
    }
}
