package org.branchline.conversation.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.branchline.conversation.Answer;
import org.branchline.conversation.playbook.Kind;
import org.branchline.conversation.playbook.MostKinds;

/** Something to choose, in the person's language. */
record Choice(String id, String label) {

    static final String VARIES = "varies";

    private static final List<String> TIMES =
            List.of("weekday_daytime", "weekday_evening", "weekend_daytime", "weekend_evening");

    /** What the question offers to tick or press; "It varies" is not ticked. */
    static List<Choice> of(Asked asked) {
        return asked.question().kind().of(new Offered(asked));
    }

    /** The choice whose label or number was typed. */
    static Optional<Choice> meant(List<Choice> choices, String text) {
        for (int i = 0; i < choices.size(); i++) {
            if (Matching.same(text, choices.get(i).label()) || Matching.same(text, Integer.toString(i + 1))) {
                return Optional.of(choices.get(i));
            }
        }
        return Optional.empty();
    }

    /** Labels and own words as one line. */
    static String words(Asked asked, Answer answer) {
        List<String> ids = Parts.ids(answer);
        Stream<String> labels = Stream.concat(of(asked).stream(), Stream.of(varies(asked)))
                .filter(choice -> ids.contains(choice.id()))
                .map(Choice::label);
        Stream<String> own = Parts.own(answer).isEmpty() ? Stream.of() : Stream.of(Parts.own(answer));
        return String.join(", ", Stream.concat(labels, own).toList());
    }

    static Choice varies(Asked asked) {
        return phrase(asked, VARIES);
    }

    private static Choice phrase(Asked asked, String id) {
        return new Choice(id, asked.voice().say("option." + id));
    }

    private static final class Offered extends MostKinds<List<Choice>> {

        private final Asked asked;

        Offered(Asked asked) {
            this.asked = asked;
        }

        @Override
        protected List<Choice> otherwise(Kind kind) {
            List<Choice> choices = new ArrayList<>();
            kind.options()
                    .forEach(option ->
                            choices.add(new Choice(option.id(), asked.voice().say(option.label()))));
            return choices;
        }

        @Override
        public List<Choice> yesNo(Kind.YesNo kind) {
            return List.of(phrase(asked, "yes"), phrase(asked, "no"));
        }

        @Override
        public List<Choice> availability(Kind.Availability kind) {
            return TIMES.stream().map(id -> phrase(asked, id)).toList();
        }
    }
}
