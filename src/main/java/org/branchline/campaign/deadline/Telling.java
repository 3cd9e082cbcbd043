package org.branchline.campaign.deadline;

import java.util.List;
import org.branchline.campaign.broadcast.Wording;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.intake.Speech;
import org.branchline.roster.Organisation;

/** How members read of a deadline, and the buttons below it. */
public final class Telling {

    public static final Speech SPEECH = Speech.of("deadline");

    /** Command of the buttons below a deadline. */
    public static final String COMMAND = "task";

    /** What a button of these means; one letter, or the same with another behind it. */
    public static final String DONE = "d";

    public static final String CANNOT = "c";
    public static final String LATER = "l";
    public static final String HELP = "h";

    private Telling() {}

    /** A message to many, in one language. */
    static Outgoing of(Deadline deadline, String occurrence, Organisation organisation, String language, long content) {
        String what = occurrence.substring(0, occurrence.indexOf('@'));
        boolean over = what.equals(Climbing.OVER);
        String key = over || what.equals(Climbing.MOVED) || what.equals("last") ? what : "rung";
        String head = SPEECH.in(
                language,
                "told." + key,
                "name",
                "{name}",
                "title",
                deadline.title(language),
                "by",
                deadline.byEverybodysClock(language));
        String body = over ? head : head + "\n\n" + deadline.task(language) + lead(deadline, language);
        return new Outgoing.Say(
                body + Wording.why(organisation, language), keyboard(deadline.id(), content, language, !over));
    }

    /**
     * A message to many that somebody of the branch asks for, in one language.
     *
     * @param sender as members read it
     */
    public static Outgoing asked(
            Deadline deadline, String sender, Organisation organisation, String language, long content) {
        String head = SPEECH.in(
                language,
                "told.asked",
                "name",
                "{name}",
                "sender",
                sender,
                "title",
                deadline.title(language),
                "by",
                deadline.byEverybodysClock(language));
        return new Outgoing.Say(
                head + "\n\n" + deadline.task(language) + lead(deadline, language)
                        + Wording.why(organisation, language),
                keyboard(deadline.id(), content, language, true));
    }

    /** Who leads it, on a line of its own; empty where nobody does. */
    public static String lead(Deadline deadline, String language) {
        String lead = deadline.leadName();
        return lead == null ? "" : "\n" + SPEECH.in(language, "lead", "name", lead);
    }

    /**
     * The answers.
     *
     * @param content of the message that carries them, 0 where it is no message to many
     * @param later whether it is not too late to be reminded
     */
    public static Keyboard keyboard(long deadline, long content, String language, boolean later) {
        Button help = button(deadline, content, language, HELP, "help");
        return new Keyboard(List.of(
                List.of(
                        button(deadline, content, language, DONE, "done"),
                        button(deadline, content, language, CANNOT, "cannot")),
                later ? List.of(button(deadline, content, language, LATER, "later"), help) : List.of(help)));
    }

    /** One of them; its label is the text {@code button.KEY}. */
    public static Button button(long deadline, long content, String language, String deed, String key) {
        return new Button(
                SPEECH.in(language, "button." + key), new Action.Order(COMMAND, content + ":" + deadline + ":" + deed));
    }
}
