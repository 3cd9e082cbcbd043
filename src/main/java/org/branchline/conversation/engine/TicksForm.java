package org.branchline.conversation.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.branchline.conversation.Answer;
import org.branchline.conversation.Answers;
import org.branchline.conversation.Button;
import org.branchline.conversation.playbook.Kind;
import org.branchline.conversation.playbook.MostKinds;
import org.jspecify.annotations.Nullable;

/** Several of some options: {@code several} and {@code availability}. */
final class TicksForm implements Form {

    /** How much of own words a button shows. */
    private static final int SHOWN = 28;

    private record Range(int least, int most, boolean varies) {
        static Range of(Kind kind) {
            return kind.of(new MostKinds<>() {
                @Override
                protected Range otherwise(Kind other) {
                    return new Range(1, 1, false);
                }

                @Override
                public Range several(Kind.Several several) {
                    return new Range(several.least(), several.most(), false);
                }

                @Override
                public Range availability(Kind.Availability availability) {
                    return new Range(1, 4, true);
                }
            });
        }
    }

    @Override
    public List<List<Button>> rows(Asked asked) {
        Range range = Range.of(asked.question().kind());
        Set<String> ticked = ticked(asked);
        String own = own(asked);
        List<List<Button>> rows = new ArrayList<>();
        for (Choice choice : Choice.of(asked)) {
            rows.add(List.of(
                    ticked.contains(choice.id())
                            ? asked.button("☑ " + choice.label(), Buttons.UNTICK + choice.id())
                            : asked.button("☐ " + choice.label(), Buttons.TICK + choice.id())));
        }
        if (range.varies()) {
            rows.add(List.of(asked.button(Choice.varies(asked).label(), Choice.VARIES)));
        }
        if (asked.question().kind().ownWords()) {
            rows.add(List.of(
                    own.isEmpty()
                            ? asked.button(asked.voice().say("own"), Buttons.OWN)
                            : asked.button("☑ " + Cleaning.clip(own, SHOWN), Buttons.UNTICK + Buttons.OWN)));
        }
        int count = ticked.size() + (own.isEmpty() ? 0 : 1);
        if (count >= range.least()) {
            rows.add(List.of(asked.button(done(asked, count), Buttons.DONE)));
        }
        return rows;
    }

    @Override
    public Heard pressed(Asked asked, String id) {
        Range range = Range.of(asked.question().kind());
        if (id.equals(Buttons.DONE)) {
            return done(asked, range);
        }
        if (id.equals(Choice.VARIES) && range.varies()) {
            Choice varies = Choice.varies(asked);
            return new Heard.Settled(new Answer.Chosen(List.of(varies.id()), null), Echo.of(varies.label()), 0);
        }
        if (id.equals(Buttons.UNTICK + Buttons.OWN)) {
            return new Heard.Ticking(answer(asked, ticked(asked), null), 0);
        }
        if (id.equals(Buttons.OWN) && asked.question().kind().ownWords()) {
            return full(asked, range, ticked(asked).size())
                    .orElseGet(() -> new Heard.Asks(OWN, asked.voice().say("own.ask"), List.of()));
        }
        for (Choice choice : Choice.of(asked)) {
            if (id.equals(Buttons.TICK + choice.id())) {
                return ticked(asked).contains(choice.id())
                        ? toggled(asked, range, List.of())
                        : toggled(asked, range, List.of(choice.id()));
            }
            if (id.equals(Buttons.UNTICK + choice.id())) {
                return ticked(asked).contains(choice.id())
                        ? toggled(asked, range, List.of(choice.id()))
                        : toggled(asked, range, List.of());
            }
        }
        return new Heard.Old();
    }

    @Override
    public Heard wrote(Asked asked, String text, long message) {
        Range range = Range.of(asked.question().kind());
        List<Choice> choices = Choice.of(asked);
        if (Matching.same(text, asked.voice().say("done")) || Matching.same(text, done(asked, count(asked)))) {
            return done(asked, range);
        }
        if (range.varies() && Matching.same(text, Choice.varies(asked).label())) {
            return pressed(asked, Choice.VARIES);
        }
        List<String> meant = meant(choices, text);
        if (!meant.isEmpty()) {
            return toggled(asked, range, meant);
        }
        if (asked.at(OWN)) {
            return Limits.tooLong(asked, text)
                    .or(() -> own(asked).isEmpty()
                            ? full(asked, range, ticked(asked).size())
                            : Optional.empty())
                    .orElseGet(() -> new Heard.Ticking(answer(asked, ticked(asked), text), message));
        }
        if (asked.question().kind().ownWords()
                && Matching.same(text, asked.voice().say("own"))) {
            return pressed(asked, Buttons.OWN);
        }
        return new Heard.Again(asked.voice().say("ticks.again"));
    }

    @Override
    public Heard corrected(Asked asked, String text, long message) {
        Optional<Heard> refused = Limits.tooLong(asked, text);
        if (refused.isPresent() || own(asked).isEmpty()) {
            return refused.orElseGet(Heard.Old::new);
        }
        Answer answer = answer(asked, ticked(asked), text);
        return asked.begun() ? new Heard.Ticking(answer, message) : new Heard.Settled(answer, Echo.silent(), message);
    }

    @Override
    public String words(Asked asked, Answer answer) {
        return Choice.words(asked, answer);
    }

    private Heard done(Asked asked, Range range) {
        int count = count(asked);
        if (count < range.least()
                || (count == 0 && asked.answer().filter(Parts::skipped).isPresent() && range.least() > 0)) {
            return new Heard.Toast(asked.voice().count("ticks.least", range.least()));
        }
        Answer answer = asked.answer()
                .filter(given -> !Parts.skipped(given))
                .orElseGet(() -> new Answer.Chosen(List.of(), null));
        String words = words(asked, answer);
        long message = asked.given().map(Answers.Given::message).orElse(0L);
        return new Heard.Settled(answer, Echo.of(words.isEmpty() ? asked.voice().say("done.none") : words), message);
    }

    /** Ticks what was not, and takes the tick from what was. */
    private Heard toggled(Asked asked, Range range, List<String> ids) {
        Set<String> ticked = ticked(asked);
        int own = own(asked).isEmpty() ? 0 : 1;
        for (String id : ids) {
            if (!ticked.remove(id)) {
                Optional<Heard> full = full(asked, range, ticked.size() + own);
                if (full.isPresent()) {
                    return full.get();
                }
                ticked.add(id);
            }
        }
        long message = asked.given().map(Answers.Given::message).orElse(0L);
        return new Heard.Ticking(answer(asked, ticked, own == 0 ? null : own(asked)), message);
    }

    private static Optional<Heard> full(Asked asked, Range range, int count) {
        return count < range.most()
                ? Optional.empty()
                : Optional.of(new Heard.Toast(asked.voice().count("ticks.most", range.most())));
    }

    private static List<String> meant(List<Choice> choices, String text) {
        Optional<Choice> whole = Choice.meant(choices, text);
        if (whole.isPresent()) {
            return List.of(whole.get().id());
        }
        List<String> ids = new ArrayList<>();
        for (String part : Matching.parts(text)) {
            Optional<Choice> choice = Choice.meant(choices, part);
            if (choice.isEmpty()) {
                return List.of();
            }
            if (!ids.contains(choice.get().id())) {
                ids.add(choice.get().id());
            }
        }
        return ids;
    }

    private static Answer.Chosen answer(Asked asked, Set<String> ticked, @Nullable String own) {
        Stream<String> inOrder = Choice.of(asked).stream().map(Choice::id).filter(ticked::contains);
        return new Answer.Chosen(inOrder.toList(), own);
    }

    /** What is ticked; "It varies" is no tick. */
    private static Set<String> ticked(Asked asked) {
        Set<String> ticked = new LinkedHashSet<>(asked.answer().map(Parts::ids).orElse(List.of()));
        if (Range.of(asked.question().kind()).varies()) {
            ticked.remove(Choice.VARIES);
        }
        return ticked;
    }

    private static String own(Asked asked) {
        return asked.answer().map(Parts::own).orElse("");
    }

    private static int count(Asked asked) {
        return ticked(asked).size() + (own(asked).isEmpty() ? 0 : 1);
    }

    private static String done(Asked asked, int count) {
        return count == 0
                ? asked.voice().say("done.none")
                : asked.voice().say("done.count", "n", Integer.toString(count));
    }
}
