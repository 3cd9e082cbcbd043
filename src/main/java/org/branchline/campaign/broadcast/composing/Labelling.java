package org.branchline.campaign.broadcast.composing;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.branchline.campaign.broadcast.Draft;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;

/** Buttons in the writer's own words, for each language that has a text of its own. */
final class Labelling {

    private static final Speech SPEECH = Reach.SPEECH;

    private Labelling() {}

    /** Labels as they are typed: in lines, or between commas. */
    static List<String> read(String typed) {
        return Arrays.stream(typed.split("[\\n\\r,;·]"))
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .toList();
    }

    /**
     * What is wrong with labels, for whoever typed them.
     *
     * @param count how many the first language has, 0 where these are the first
     */
    static Optional<String> wrong(Exchange exchange, List<String> labels, int count) {
        if (labels.isEmpty() || labels.size() > Draft.MOST_ACTIONS) {
            return Optional.of(SPEECH.say(
                    exchange, "labels.number", "number", "" + labels.size(), "most", "" + Draft.MOST_ACTIONS));
        }
        if (count > 0 && labels.size() != count) {
            return Optional.of(SPEECH.say(exchange, "labels.count", "number", "" + labels.size(), "count", "" + count));
        }
        return labels.stream()
                .filter(label -> label.length() > Draft.LONGEST_ACTION)
                .findFirst()
                .map(label -> SPEECH.say(
                        exchange,
                        "labels.too_long",
                        "label",
                        label,
                        "length",
                        "" + label.length(),
                        "most",
                        "" + Draft.LONGEST_ACTION));
    }

    /** Takes labels of one language, and asks for those of the next that has a text of its own. */
    static Said taken(Said said, String language, List<String> labels, List<String> languages) {
        Besides besides = said.besides().labelled(language, labels);
        for (String next : languages.subList(1, languages.size())) {
            if (besides.texts().containsKey(next) && !besides.labels().containsKey(next)) {
                return said.with(besides.awaiting(Besides.Awaited.Thing.LABELS, next));
            }
        }
        return said.with(besides).with(true);
    }

    /** The labels of the first language, empty before they are typed. */
    static List<String> first(Said said, List<String> languages) {
        return Objects.requireNonNullElse(said.besides().labels().get(languages.get(0)), List.of());
    }
}
