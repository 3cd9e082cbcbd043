package org.branchline.campaign.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.branchline.conversation.playbook.Kind;
import org.branchline.conversation.playbook.Option;
import org.branchline.conversation.playbook.Playbook;
import org.branchline.conversation.playbook.Question;
import org.branchline.conversation.playbook.Texts;
import org.branchline.intake.Speech;

/** Results as messages: who came how far, then a line per question with its bars. */
final class ResultsText {

    static final Speech SPEECH = Speech.of("result");

    /** Telegram takes 4,096; a question is not torn apart. */
    private static final int LONGEST = 3_600;

    private final String language;

    ResultsText(String language) {
        this.language = language;
    }

    /** The messages, at least one. */
    List<String> of(Playbook playbook, Counts counts, Map<String, Tally> tallies) {
        return of(playbook.title().in(language).source(), playbook.questions(), counts, tallies);
    }

    List<String> of(String title, List<Question> questions, Counts counts, Map<String, Tally> tallies) {
        List<String> parts = new ArrayList<>();
        parts.add(title + "\n" + counts(counts));
        // Where nobody has begun, a list of noughts says nothing.
        for (Question question : counts.started() == 0 ? List.<Question>of() : questions) {
            Tally tally = tallies.get(question.id());
            if (tally != null && Answered.show(question) != Answered.Show.NOTHING) {
                parts.add(question(question, tally));
            }
        }
        return messages(parts);
    }

    private String counts(Counts counts) {
        String joined = counts.stated() > 0
                ? SPEECH.in(language, "joined.of", "n", "" + counts.joined(), "stated", "" + counts.stated())
                : SPEECH.in(language, "joined", "n", "" + counts.joined());
        return joined + ", "
                + SPEECH.in(language, "progress", "started", "" + counts.started(), "finished", "" + counts.finished());
    }

    private String question(Question question, Tally tally) {
        StringBuilder text = new StringBuilder(question.name().in(language).source());
        text.append(" (").append(tally.answered()).append(')');
        if (tally.answered() == 0) {
            return text.toString();
        }
        switch (Answered.show(question)) {
            case OPTIONS -> options(question, tally, text);
            case MEDIAN ->
                tally.median().ifPresent(median -> text.append('\n')
                        .append(SPEECH.in(language, "median", "n", median.toPlainString(), "unit", unit(question))
                                .strip()));
            case COUNT, NOTHING -> {
                if (question.special()) {
                    text.append(' ').append(SPEECH.in(language, "special"));
                }
            }
        }
        return text.toString();
    }

    private void options(Question question, Tally tally, StringBuilder text) {
        for (Option option : Answered.options(question)) {
            bar(text, option.label().in(language).source(), tally.of(option.id()), tally.answered());
        }
        if (question.kind().ownWords() || tally.ownWords() > 0) {
            bar(text, SPEECH.in(language, "own"), tally.ownWords(), tally.answered());
        }
    }

    private static void bar(StringBuilder text, String label, int part, int whole) {
        text.append('\n');
        String bar = Bar.of(part, whole);
        if (!bar.isEmpty()) {
            text.append(bar).append(' ');
        }
        text.append(Bar.percent(part, whole))
                .append(" % ")
                .append(label)
                .append(" (")
                .append(part)
                .append(')');
    }

    private String unit(Question question) {
        Texts unit = question.kind() instanceof Kind.Figure figure ? figure.unit() : null;
        return unit == null ? "" : unit.in(language).source();
    }

    private static List<String> messages(List<String> parts) {
        List<String> messages = new ArrayList<>();
        StringBuilder message = new StringBuilder();
        for (String part : parts) {
            if (!message.isEmpty() && message.length() + part.length() > LONGEST) {
                messages.add(message.toString());
                message.setLength(0);
            }
            message.append(message.isEmpty() ? "" : "\n\n").append(part);
        }
        messages.add(message.toString());
        return messages;
    }
}
