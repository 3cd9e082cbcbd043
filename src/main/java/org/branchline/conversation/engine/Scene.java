package org.branchline.conversation.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.branchline.conversation.Answer;
import org.branchline.conversation.Answers;
import org.branchline.conversation.Button;
import org.branchline.conversation.Effect;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.conversation.Run;
import org.branchline.conversation.Stage;
import org.branchline.conversation.Turn;
import org.branchline.conversation.playbook.Playbook;
import org.branchline.conversation.playbook.Question;
import org.branchline.conversation.playbook.Reach;
import org.branchline.conversation.playbook.Texts;
import org.jspecify.annotations.Nullable;

/** One turn while it is decided: the run as it is by now, and what is to be done. */
final class Scene {

    /** Telegram: 4,096 UTF-16 units. */
    static final int MOST = 4096;

    private final Setting setting;
    private final Playbook playbook;
    private final Instant now;
    private final List<Effect> effects = new ArrayList<>();
    private Run run;
    private Voice voice;
    private @Nullable Reach reach;
    private @Nullable String toast;

    Scene(Setting setting, Playbook playbook, Run run, Instant now) {
        this.setting = setting;
        this.playbook = playbook;
        this.run = run;
        this.now = now;
        this.voice = new Voice(setting, run.person(), now);
    }

    Turn turn() {
        if (toast != null) {
            effects.add(0, new Effect.Said(new Outgoing.Acknowledge(toast)));
        }
        return new Turn(run, effects);
    }

    Run run() {
        return run;
    }

    Playbook playbook() {
        return playbook;
    }

    Voice voice() {
        return voice;
    }

    Reach reach() {
        if (reach == null) {
            reach = playbook.reach(run.answers());
        }
        return reach;
    }

    Question question(Stage.Asking stage) {
        return playbook.question(stage.question())
                .orElseThrow(() -> new IllegalStateException("The run is not of this playbook: " + stage.question()));
    }

    Asked asked(Question question) {
        String detail = Position.detail(run.stage(), question);
        return new Asked(question, playbook, run, detail, voice, setting.places());
    }

    // What leaves for the chat.

    void acknowledge() {
        toast = "";
    }

    void toast(String text) {
        toast = text;
    }

    void say(String text) {
        say(text, List.of());
    }

    void say(String text, List<List<Button>> rows) {
        effects.add(new Effect.Said(new Outgoing.Say(Cleaning.clip(text, MOST), new Keyboard(rows))));
    }

    /** The message becomes this text without buttons; a press without a message changes nothing. */
    void edit(long message, String text) {
        if (message > 0) {
            effects.add(new Effect.Said(new Outgoing.Edit(message, Cleaning.clip(text, MOST), Keyboard.NONE)));
        }
    }

    /** The message loses its buttons. */
    void rebutton(long message) {
        if (message > 0) {
            effects.add(new Effect.Said(new Outgoing.Rebutton(message, Keyboard.NONE)));
        }
    }

    /** The message shows the question's buttons as they are now. */
    void rebutton(long message, Question question) {
        if (message > 0) {
            effects.add(
                    new Effect.Said(new Outgoing.Rebutton(message, new Keyboard(QuestionView.rows(this, question)))));
        } else {
            ask(question, "");
        }
    }

    // What becomes of the answers.

    /** The answer so far. */
    void keep(Question question, Answer answer, long message) {
        answer(question, new Answers.Given(answer, message, false));
    }

    /** The answer, complete. */
    void settle(Question question, Answer answer, long message, List<Also> also) {
        boolean before = run.answers().of(question.id()).isPresent();
        answer(question, new Answers.Given(answer, message, true));
        if (question.save() != null && !Parts.skipped(answer)) {
            effects.add(new Effect.Saved(question.save(), answer));
        } else if (question.save() != null && before) {
            effects.add(new Effect.Unsaved(question.save()));
        }
        for (Also each : also) {
            effects.add(each.effect());
            run = run.with(each.person().apply(run.person()));
            voice = new Voice(setting, run.person(), now);
        }
    }

    private void answer(Question question, Answers.Given given) {
        answers(run.answers().with(question.id(), given));
        String text = Parts.skipped(given.answer())
                ? voice.say("skipped")
                : Form.of(question.kind()).words(asked(question), given.answer());
        effects.add(new Effect.Answered(question.id(), given, text, question.special()));
    }

    private void answers(Answers changed) {
        run = run.with(changed);
        reach = null;
    }

    /** Takes back the answers behind conditions that are no longer true. */
    private void withdraw() {
        for (Question question : reach().stale()) {
            answers(run.answers().without(question.id()));
            effects.add(new Effect.Withdrawn(question.id()));
            if (question.save() != null) {
                effects.add(new Effect.Unsaved(question.save()));
            }
        }
    }

    // Where the run goes.

    void stage(Stage stage) {
        run = run.with(stage);
    }

    /** The open question's sub-position. */
    void detail(@Nullable String detail) {
        run = run.with(Position.at(run.stage(), detail));
    }

    /**
     * On to the first question without an answer, else to the summary.
     *
     * @param lead said first in the same message, empty for nothing
     */
    Scene advance(String lead) {
        return advance(lead, Position.changing(run.stage()));
    }

    private Scene advance(String lead, boolean changing) {
        withdraw();
        Optional<Question> next = next();
        if (next.isPresent()) {
            open(new Stage.Asking(next.get().id(), null, changing));
            ask(next.get(), lead);
        } else if (playbook.summary() && !lines().isEmpty()) {
            open(new Stage.Summary());
            sum(lead);
        } else {
            finish(lead);
        }
        return this;
    }

    private Optional<Question> next() {
        return reach().open().stream()
                .filter(question -> Form.of(question.kind()).needed(asked(question)))
                .findFirst();
    }

    private void open(Stage stage) {
        run = run.with(stage).stepped();
    }

    /** Says the question, which is open. */
    void ask(Question question, String lead) {
        run = run.interrupted(false);
        say(QuestionView.text(this, question, lead), QuestionView.rows(this, question));
    }

    private void sum(String lead) {
        run = run.interrupted(false);
        say(SummaryView.text(this, lead), SummaryView.rows(this));
    }

    /** The questions whose answers the summary shows, in order. */
    List<Question> lines() {
        return SummaryView.lines(this);
    }

    Scene finish() {
        return finish("");
    }

    private Scene finish(String lead) {
        stage(new Stage.Finished());
        String end = QuestionView.joined(
                lead,
                QuestionView.notes(this, reach().notesAtEnd()),
                playbook.thanks().map(voice::say).orElse(""));
        if (!end.isEmpty()) {
            say(end);
        }
        return this;
    }

    /** Leaves the question out. What is ticked or written by now is not thrown away: then the person sees how to go on. */
    Scene skip(Question question, Hand hand) {
        Asked asked = asked(question);
        if (asked.underWay()) {
            if (asked.answer().map(Parts::pieces).filter(List::isEmpty).isPresent()) {
                ask(question, "");
            } else {
                more();
            }
            return this;
        }
        settle(question, new Answer.Skipped(), 0, List.of());
        hand.settled(this, question, Echo.of(voice.say("skipped")));
        return this;
    }

    Scene help(Question question) {
        Texts help = question.help();
        if (help != null) {
            say(voice.say(help));
        }
        return this;
    }

    /** The first piece of a text is in; more may come. */
    void more() {
        say(voice.say("text.more"), List.of(List.of(Buttons.move(run, voice.say("done"), Buttons.DONE))));
    }

    boolean canGoBack(Question question) {
        return !question.kind().joining()
                && (toSummary(question) || reach().before(question).isPresent());
    }

    /** Whether Back leads to the summary from which the person came. */
    private boolean toSummary(Question question) {
        return Position.changing(run.stage())
                && reach().open().isEmpty()
                && !asked(question).begun();
    }

    Scene back(Question question) {
        if (toSummary(question)) {
            return advance("");
        }
        boolean changing = Position.changing(run.stage());
        reach().before(question).ifPresent(earlier -> {
            open(new Stage.Asking(earlier.id(), null, changing));
            ask(earlier, "");
        });
        return this;
    }

    /** Opens the question of a line of the summary, counted from 1. */
    Scene change(int line) {
        Question question = lines().get(line - 1);
        open(new Stage.Asking(question.id(), null, true));
        ask(question, "");
        return this;
    }

    /** Asks a question out of turn. */
    void reopen(String id) {
        open(new Stage.Asking(id, null, Position.changing(run.stage())));
        playbook.question(id).ifPresent(question -> ask(question, ""));
    }

    /** Names again what is open. */
    Scene again(String phrase) {
        return open(voice.say(phrase));
    }

    Scene old() {
        return again("reminded.old_button");
    }

    Scene welcomeBack() {
        return open(Position.question(run.stage(), playbook)
                .filter(question -> !question.kind().joining())
                .map(question -> QuestionView.welcome(this, question))
                .orElse(""));
    }

    private Scene open(String lead) {
        Position.question(run.stage(), playbook).ifPresentOrElse(question -> ask(question, lead), () -> sum(lead));
        return this;
    }

    void corrected(Question question) {
        String lead = voice.say(
                "corrected", "label", voice.say(question.name()), "answer", SummaryView.answer(this, question));
        withdraw();
        Optional<Question> current = Position.question(run.stage(), playbook);
        boolean standing =
                current.map(open -> reach().of(open) != Reach.State.NOT_ASKED).orElse(false);
        if (standing) {
            say(lead);
        } else if (current.isEmpty() && next().isEmpty()) {
            sum(lead);
        } else {
            advance(lead, current.isEmpty() || Position.changing(run.stage()));
        }
    }

    void leave() {
        boolean joining = Position.question(run.stage(), playbook)
                .filter(question -> question.kind().joining())
                .isPresent();
        stage(new Stage.Left());
        say(voice.say(joining ? "cancelled.joining" : "cancelled"));
    }

    void refuse(String purpose, String text) {
        effects.add(new Effect.Refused(purpose));
        stage(new Stage.Left());
        say(text);
    }

    /** What the person is told when the question's check does not hold. */
    Texts refusal(Question question) {
        return question.check() != null ? question.check().otherwise() : question.ask();
    }
}
