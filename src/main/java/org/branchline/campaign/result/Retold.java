package org.branchline.campaign.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.branchline.conversation.Template;
import org.branchline.conversation.playbook.Kind;
import org.branchline.conversation.playbook.Option;
import org.branchline.conversation.playbook.Question;

/** What many said, told back to them: the most frequent answers, and nothing by which a few could be found out. */
final class Retold {

    /** Of a question that fewer answered nothing is told. */
    static final int FEWEST = 20;

    /** What fewer said is not told. */
    static final int LEAST = 10;

    private static final int TOP = 3;

    /** With the imprint it stays one message, and a short one. */
    private static final int LONGEST = 2_500;

    private record Most(Question question, Tally tally, List<Option> options) {}

    private final List<Most> told;

    private Retold(List<Most> told) {
        this.told = List.copyOf(told);
    }

    static Retold of(List<Question> questions, Map<String, Tally> tallies) {
        List<Most> told = new ArrayList<>();
        for (Question question : questions) {
            Tally tally = tallies.get(question.id());
            if (tally != null && !question.special() && Answered.show(question) == Answered.Show.OPTIONS) {
                most(question, tally).ifPresent(told::add);
            }
        }
        return new Retold(told);
    }

    private static Optional<Most> most(Question question, Tally tally) {
        if (tally.answered() < FEWEST) {
            return Optional.empty();
        }
        List<Option> options = new ArrayList<>(Answered.options(question).stream()
                .filter(option -> tally.of(option.id()) >= LEAST)
                .sorted(Comparator.comparingInt((Option option) -> tally.of(option.id()))
                        .reversed())
                .limit(TOP)
                .toList());
        // Where each gave one answer, what is told says how many gave the others.
        while (alone(question.kind()) && !options.isEmpty() && few(tally, options)) {
            options.remove(options.size() - 1);
        }
        return options.isEmpty() ? Optional.empty() : Optional.of(new Most(question, tally, options));
    }

    private static boolean alone(Kind kind) {
        return kind instanceof Kind.YesNo || kind instanceof Kind.One;
    }

    private static boolean few(Tally tally, List<Option> told) {
        int others = tally.answered()
                - told.stream().mapToInt(option -> tally.of(option.id())).sum();
        return others > 0 && others < LEAST;
    }

    boolean nothing() {
        return told.isEmpty();
    }

    /** How many answered at least one of its questions. */
    int people() {
        return told.stream().mapToInt(most -> most.tally().answered()).max().orElse(0);
    }

    /** The message; questions for which it has no more room are left out. */
    String in(String language, String title) {
        StringBuilder text =
                new StringBuilder(ResultsText.SPEECH.in(language, "told", "n", "" + people(), "title", plain(title)));
        for (Most most : told) {
            String question = question(most, language);
            if (text.length() + question.length() <= LONGEST) {
                text.append("\n\n").append(question);
            }
        }
        return text.append("\n\n")
                .append(ResultsText.SPEECH.in(language, "told.thanks"))
                .toString();
    }

    private static String question(Most most, String language) {
        StringBuilder text =
                new StringBuilder(plain(most.question().name().in(language).source()));
        for (Option option : most.options()) {
            text.append("\n· ")
                    .append(plain(option.label().in(language).source()))
                    .append(": ")
                    .append(Bar.percent(
                            most.tally().of(option.id()), most.tally().answered()))
                    .append(" %");
        }
        return text.toString();
    }

    /** Of the slots of a playbook only the name means something in a message to many. */
    private static String plain(String source) {
        return Template.of(source).fill(slot -> slot.equals("name") ? "{name}" : "…");
    }
}
