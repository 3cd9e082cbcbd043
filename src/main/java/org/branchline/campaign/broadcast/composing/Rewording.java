package org.branchline.campaign.broadcast.composing;

import static org.branchline.campaign.broadcast.composing.Besides.Awaited.Thing.LABELS;
import static org.branchline.campaign.broadcast.composing.Besides.Awaited.Thing.TEXT;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.branchline.campaign.broadcast.Kind;

/** What a press changes of what a message to many says. */
final class Rewording {

    private Rewording() {}

    /**
     * The same message with what a button stands for.
     *
     * @param languages the organisation's
     * @param with what the button carries, in most cases a language's place among them
     * @return empty where the button means nothing now
     */
    static Optional<Said> of(Composition composition, List<String> languages, String deed, String with) {
        Said said = composition.said();
        Besides besides = said.besides();
        int place = with.matches("\\d{1,3}") ? Integer.parseInt(with) : 0;
        boolean other = place > 0 && place < languages.size();
        String language = languages.get(other ? place : 0);
        return switch (deed) {
            case "t" -> Optional.of(said.saying("").with(besides.unheard()));
            case "l" ->
                other && !said.text().isEmpty()
                        ? Optional.of(said.with(besides.awaiting(TEXT, language)))
                        : Optional.empty();
            case "d" -> Optional.of(said.with(besides.without(language)));
            case "nq" -> Optional.of(said.saying("").with(besides.offeringNothing()));
            case "np" -> Optional.of(said.with(besides.with(null)));
            case "k" ->
                with.equals("appeal") || with.equals("service")
                        ? Optional.of(said.of(Kind.valueOf(with.toUpperCase(Locale.ROOT))))
                        : Optional.empty();
            case "w" -> Optional.of(said.with(with.equals("1")).with(besides.unlabelled()));
            case "o" -> Optional.of(said.with(besides.unlabelled().awaiting(LABELS, language)));
            case "same" ->
                other && composition.step() == Composition.Step.LABELS
                        ? Optional.of(Labelling.taken(said, language, Labelling.first(said, languages), languages))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }
}
