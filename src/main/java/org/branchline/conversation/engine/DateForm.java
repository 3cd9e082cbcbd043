package org.branchline.conversation.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.branchline.conversation.Answer;
import org.branchline.conversation.Button;
import org.branchline.conversation.day.DaySpan;
import org.branchline.conversation.playbook.Kind;

/** A day of a span: pressed where it is near, else typed. */
record DateForm(Kind.Date kind) implements Form {

    private static final int AT_MOST = 2;

    /** A day with a button of its own. What it says counts when it is pressed, not when it was shown. */
    private enum Near {
        TODAY(0),
        TOMORROW(1),
        YESTERDAY(-1);

        private final int days;

        Near(int days) {
            this.days = days;
        }

        LocalDate day(Asked asked) {
            return asked.voice().today().plusDays(days);
        }

        String label(Asked asked) {
            return asked.voice().say("date.near." + days);
        }

        String choice() {
            return Buttons.NEAR + days;
        }
    }

    /** Not asked once its last day is over. */
    @Override
    public boolean needed(Asked asked) {
        return !span(asked).isEmpty();
    }

    @Override
    public List<List<Button>> rows(Asked asked) {
        List<Button> row = Stream.of(Near.values())
                .filter(near -> span(asked).has(near.day(asked)))
                .filter(near -> asked.playbook()
                        .accepts(
                                asked.question(),
                                answer(asked, near.day(asked)),
                                asked.run().answers()))
                .limit(AT_MOST)
                .map(near -> asked.button(near.label(asked), near.choice()))
                .toList();
        return row.isEmpty() ? List.of() : List.of(row);
    }

    @Override
    public Heard pressed(Asked asked, String choice) {
        return Stream.of(Near.values())
                .filter(near -> near.choice().equals(choice))
                .findFirst()
                .map(near -> near(asked, near, 0))
                .orElseGet(Heard.Old::new);
    }

    @Override
    public Heard wrote(Asked asked, String text, long message) {
        DaySpan span = span(asked);
        if (span.isEmpty()) {
            return over(asked, message);
        }
        Optional<Near> near = Stream.of(Near.values())
                .filter(each -> Matching.same(text, each.label(asked)))
                .findFirst();
        return near.map(each -> near(asked, each, message))
                .orElseGet(() -> span.read(text, asked.voice().today()).of(new DateHeard(this, asked, message)));
    }

    /** What was answered in time is not lost by an edit that comes too late. */
    @Override
    public Heard corrected(Asked asked, String text, long message) {
        return span(asked).isEmpty() ? new Heard.Again(tooLate(asked)) : wrote(asked, text, message);
    }

    @Override
    public String words(Asked asked, Answer answer) {
        return Parts.day(answer).map(asked.voice()::weekdayAndDate).orElse("");
    }

    private Heard near(Asked asked, Near near, long message) {
        LocalDate day = near.day(asked);
        if (span(asked).isEmpty()) {
            return over(asked, message);
        }
        return span(asked).has(day) ? settled(asked, day, message) : new DateHeard(this, asked, message).again();
    }

    /** The last day went by while the question was open: the person goes on, with what was answered before, if anything. */
    private Heard over(Asked asked, long message) {
        return new Heard.Settled(
                asked.answer().orElseGet(Answer.Skipped::new), new Echo(tooLate(asked), false, false), message);
    }

    private String tooLate(Asked asked) {
        return asked.voice()
                .say("date.over", "to", asked.voice().date(span(asked).last()));
    }

    Heard settled(Asked asked, LocalDate day, long message) {
        return new Heard.Settled(answer(asked, day), Echo.of(asked.voice().weekdayAndDate(day)), message);
    }

    DaySpan span(Asked asked) {
        return kind.span(asked.voice().today());
    }

    private static Answer answer(Asked asked, LocalDate day) {
        return new Answer.Date(day, asked.voice().today());
    }
}
