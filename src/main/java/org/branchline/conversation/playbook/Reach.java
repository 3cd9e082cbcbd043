package org.branchline.conversation.playbook;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.branchline.conversation.Answers;

/** Which questions of a playbook apply to one person's answers. Notes apply too, but await nothing. */
public final class Reach {

    private final Playbook playbook;
    private final State[] states;
    private final Answers answers;

    /** Whether a question is asked. */
    public enum State {
        ASKED,
        NOT_ASKED,
        /** Its condition waits for an answer that may still come. */
        UNDECIDED
    }

    Reach(Playbook playbook, State[] states, Answers answers) {
        this.playbook = playbook;
        this.states = states;
        this.answers = answers;
    }

    public State of(Question question) {
        return states[playbook.place(question.id())];
    }

    /** The questions that are asked and have no settled answer, in order. */
    public List<Question> open() {
        return questions().stream()
                .filter(question -> of(question) == State.ASKED && !settled(question))
                .toList();
    }

    /** The last question before this one that is asked. */
    public Optional<Question> before(Question question) {
        int place = playbook.place(question.id());
        List<Question> all = playbook.questions();
        return IntStream.iterate(place - 1, earlier -> earlier >= 0, earlier -> earlier - 1)
                .filter(earlier -> states[earlier] == State.ASKED
                        && all.get(earlier).kind().awaits())
                .mapToObj(all::get)
                .findFirst();
    }

    /** The notes between the question that awaits an answer before this one, and this one. */
    public List<Question> notesBefore(Question question) {
        return notes(playbook.place(question.id()));
    }

    /** The notes after the last question that awaits an answer. */
    public List<Question> notesAtEnd() {
        return notes(states.length);
    }

    /** How many questions there are for this person: asked, answered or still possible. */
    public int count() {
        return (int) questions().stream()
                .filter(question -> of(question) != State.NOT_ASKED)
                .count();
    }

    /** The question's rank among {@link #count()}, from 1. */
    public int position(Question question) {
        int place = playbook.place(question.id());
        return (int) questions().stream()
                .filter(other -> playbook.place(other.id()) <= place && of(other) != State.NOT_ASKED)
                .count();
    }

    /** How many questions await an answer, those still possible among them. */
    public int left() {
        return (int) questions().stream()
                .filter(question -> of(question) != State.NOT_ASKED && !settled(question))
                .count();
    }

    /** Whether a condition still waits, so that the count may become smaller. */
    public boolean undecided() {
        return questions().stream().anyMatch(question -> of(question) == State.UNDECIDED);
    }

    /** Questions that hold an answer, settled or not, though they are no longer asked. */
    public List<Question> stale() {
        return questions().stream()
                .filter(question -> of(question) == State.NOT_ASKED
                        && answers.of(question.id()).isPresent())
                .toList();
    }

    private List<Question> questions() {
        return playbook.questions().stream()
                .filter(question -> question.kind().awaits())
                .toList();
    }

    private List<Question> notes(int end) {
        List<Question> all = playbook.questions();
        int begin = end;
        while (begin > 0 && (!all.get(begin - 1).kind().awaits() || states[begin - 1] != State.ASKED)) {
            begin--;
        }
        return IntStream.range(begin, end)
                .filter(place ->
                        states[place] == State.ASKED && !all.get(place).kind().awaits())
                .mapToObj(all::get)
                .toList();
    }

    private boolean settled(Question question) {
        return answers.of(question.id()).filter(Answers.Given::settled).isPresent();
    }
}
