package org.branchline.conversation.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.branchline.conversation.Answers;
import org.branchline.conversation.Button;
import org.branchline.conversation.Effect;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.conversation.Person;
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

    /** What becomes of the answers. */
    Taking taking() {
        return new Taking(this);
    }

    /** Where the run goes. */
    Way way() {
        return new Way(this);
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

    /** The question that is open, empty at the summary. */
    Optional<Question> open() {
        return Position.question(run.stage(), playbook);
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

    // What changes in the run.

    void effect(Effect effect) {
        effects.add(effect);
    }

    void answers(Answers changed) {
        run = run.with(changed);
        reach = null;
    }

    void person(Person changed) {
        run = run.with(changed);
        voice = new Voice(setting, changed, now);
    }

    void stage(Stage stage) {
        run = run.with(stage);
    }

    /** The open question's sub-position. */
    void detail(@Nullable String detail) {
        run = run.with(Position.at(run.stage(), detail));
    }

    /** Buttons of earlier messages grow old. */
    void stepped() {
        run = run.stepped();
    }

    // What is asked.

    /** Says the question, which is open. */
    void ask(Question question, String lead) {
        run = run.interrupted(false);
        say(QuestionView.text(this, question, lead), QuestionView.rows(this, question));
    }

    void sum(String lead) {
        run = run.interrupted(false);
        say(SummaryView.text(this, lead), SummaryView.rows(this));
    }

    /** The questions whose answers the summary shows, in order. */
    List<Question> lines() {
        return SummaryView.lines(this);
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

    /** Names again what is open. */
    Scene again(String phrase) {
        return name(voice.say(phrase));
    }

    Scene old() {
        return again("reminded.old_button");
    }

    Scene welcomeBack() {
        return name(open().filter(question -> !question.kind().joining())
                .map(question -> QuestionView.welcome(this, question))
                .orElse(""));
    }

    private Scene name(String lead) {
        open().ifPresentOrElse(question -> ask(question, lead), () -> sum(lead));
        return this;
    }
}
