package org.branchline.conversation.engine;

import java.util.ArrayList;
import java.util.List;
import org.branchline.conversation.Answer;

/** How machines read an answer. */
public final class Reading {

    private static final Answer.Cases<List<String>> VALUES = new Answer.Cases<>() {
        @Override
        public List<String> chosen(Answer.Chosen answer) {
            List<String> values = new ArrayList<>(answer.options());
            if (answer.ownWords() != null) {
                values.add(answer.ownWords());
            }
            return values;
        }

        @Override
        public List<String> figure(Answer.Figure answer) {
            return List.of(answer.value().toPlainString());
        }

        @Override
        public List<String> date(Answer.Date answer) {
            return List.of(answer.day().toString());
        }

        @Override
        public List<String> words(Answer.Words answer) {
            return List.of(answer.text());
        }

        @Override
        public List<String> skipped(Answer.Skipped answer) {
            return List.of("skipped");
        }
    };

    private Reading() {}

    /** Options and own words, a number with a point, a date such as 2027-05-04, a text, or {@code skipped}. */
    public static List<String> values(Answer answer) {
        return answer.of(VALUES);
    }
}
