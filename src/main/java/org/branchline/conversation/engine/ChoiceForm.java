package org.branchline.conversation.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.branchline.conversation.Answer;
import org.branchline.conversation.Button;

/** One of some options: {@code yes_no} and {@code one}. */
final class ChoiceForm implements Form {

    @Override
    public List<List<Button>> rows(Asked asked) {
        List<List<Button>> rows = new ArrayList<>();
        for (Choice choice : Choice.of(asked)) {
            rows.add(List.of(asked.button(choice.label(), choice.id())));
        }
        if (asked.question().kind().ownWords()) {
            rows.add(List.of(asked.button(asked.voice().say("own"), Buttons.OWN)));
        }
        return rows;
    }

    @Override
    public Heard pressed(Asked asked, String id) {
        if (id.equals(Buttons.OWN) && asked.question().kind().ownWords()) {
            return new Heard.Asks(OWN, asked.voice().say("own.ask"), List.of());
        }
        return Choice.of(asked).stream()
                .filter(choice -> choice.id().equals(id))
                .findFirst()
                .<Heard>map(choice -> chosen(choice, 0))
                .orElseGet(Heard.Old::new);
    }

    @Override
    public Heard wrote(Asked asked, String text, long message) {
        List<Choice> choices = Choice.of(asked);
        Optional<Choice> meant = Choice.meant(choices, text);
        if (meant.isPresent()) {
            return chosen(meant.get(), message);
        }
        if (asked.at(OWN)) {
            return Limits.tooLong(asked, text)
                    .orElseGet(() -> new Heard.Settled(new Answer.Chosen(List.of(), text), Echo.of(text), message));
        }
        if (asked.question().kind().ownWords()
                && Matching.same(text, asked.voice().say("own"))) {
            return pressed(asked, Buttons.OWN);
        }
        return new Heard.Again(asked.voice().say("choice.again"));
    }

    @Override
    public Heard corrected(Asked asked, String text, long message) {
        boolean own =
                asked.answer().map(Parts::own).filter(words -> !words.isEmpty()).isPresent();
        return wrote(own ? asked.in(OWN) : asked, text, message);
    }

    @Override
    public String words(Asked asked, Answer answer) {
        return Choice.words(asked, answer);
    }

    private static Heard chosen(Choice choice, long message) {
        return new Heard.Settled(new Answer.Chosen(List.of(choice.id()), null), Echo.of(choice.label()), message);
    }
}
