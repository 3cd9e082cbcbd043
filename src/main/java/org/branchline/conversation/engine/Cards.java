package org.branchline.conversation.engine;

import java.time.Instant;
import java.util.List;
import org.branchline.conversation.Action;
import org.branchline.conversation.Answers;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.conversation.Person;
import org.branchline.conversation.Phrases;
import org.branchline.conversation.Places;
import org.branchline.conversation.Words;
import org.branchline.conversation.playbook.Playbook;
import org.branchline.conversation.playbook.Question;

/** Messages that offer a playbook before its first question. */
public final class Cards {

    /** Command of the buttons Now and Start; its argument is the run's number. */
    public static final String NOW = "now";

    /** Command of the buttons Later and Tomorrow; its argument is the run's number. */
    public static final String LATER = "later";

    /** Command of the button Just looking; its argument is the run's number. */
    public static final String LOOKING = "looking";

    /** A question takes about 20 seconds: six of them two minutes. */
    private static final int QUESTIONS_A_MINUTE = 3;

    private final Setting setting;

    /** Cards of an organisation, in its words. */
    public Cards(String organisation, Words words, Places places) {
        this.setting = new Setting(organisation, words, places, Phrases.open("conversation"));
    }

    /** A playbook to read from, nobody is asked: all its texts and options in order, each page a message; at least one page. */
    public List<String> script(Playbook playbook, Person person, Instant now) {
        return new ReadOut(new Voice(setting, person, now)).pages(playbook);
    }

    /** Says that a run waits: its playbook's title, Now and Later. */
    public Outgoing.Say waiting(Playbook playbook, long run, Person person, Instant now) {
        Voice voice = new Voice(setting, person, now);
        String argument = Long.toString(run);
        return new Outgoing.Say(
                voice.say("waiting", "title", voice.say(playbook.title())),
                Keyboard.row(
                        new Button(voice.say("waiting.now"), new Action.Order(NOW, argument)),
                        new Button(voice.say("waiting.later"), new Action.Order(LATER, argument))));
    }

    /** Offers a newcomer the first playbook: how long it takes; Start, Tomorrow, Just looking. */
    public Outgoing.Say offer(Playbook playbook, long run, Person person, Instant now) {
        Voice voice = new Voice(setting, person, now);
        int count = playbook.reach(Answers.NONE).count();
        int minutes = Math.max(1, Math.round((float) count / QUESTIONS_A_MINUTE));
        String argument = Long.toString(run);
        String text = voice.count(
                "offer",
                count,
                "name",
                person.name(),
                "words",
                number(voice, count),
                "minutes",
                voice.count("minutes", minutes, "words", number(voice, minutes)));
        return new Outgoing.Say(
                text,
                new Keyboard(List.of(List.of(
                        new Button(voice.say("offer.start"), new Action.Order(NOW, argument)),
                        new Button(voice.say("offer.tomorrow"), new Action.Order(LATER, argument)),
                        new Button(voice.say("offer.looking"), new Action.Order(LOOKING, argument))))));
    }

    /** The question as it is asked, for lists of open runs. */
    public String named(Question question, Person person, Instant now) {
        return new Voice(setting, person, now).say(question.name());
    }

    /** Small numbers in words, as people write them in a sentence. */
    private String number(Voice voice, int number) {
        String key = "number.word." + number;
        return setting.phrases().has(voice.language(), key) ? voice.say(key) : Integer.toString(number);
    }
}
