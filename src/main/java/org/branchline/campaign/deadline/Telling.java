package org.branchline.campaign.deadline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

    /** Command that sets deadlines and looks after those that are set. */
    public static final String SETTING = "deadline";

    /** Command by which a captain passes parts of a deadline on. */
    public static final String PASSING = "passing";

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
        String body = over ? head : head + "\n\n" + deadline.task(language) + theirLead(deadline, language);
        return new Outgoing.Say(
                body + Wording.why(organisation, language), keyboard(deadline, content, language, !over));
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
                keyboard(deadline, content, language, true));
    }

    /** A message to many that it is off, in one language. */
    static Outgoing off(Deadline deadline, Organisation organisation, String language) {
        return new Outgoing.Say(SPEECH.in(language, "told.off", "title", deadline.title(language))
                + Wording.why(organisation, language));
    }

    /** A message to many in every language of an organisation. */
    public static Map<String, Outgoing> inAll(Organisation organisation, Function<String, Outgoing> words) {
        Map<String, Outgoing> all = new HashMap<>();
        organisation.languages().forEach(language -> all.put(language, words.apply(language)));
        return all;
    }

    /** Who leads it, or passed it on, on a line of its own; empty where nobody does. */
    public static String lead(Deadline deadline, String language) {
        String lead = deadline.leadName();
        String key = deadline.parent() == null ? "lead" : "passed_on_by";
        return lead == null ? "" : "\n" + SPEECH.in(language, key, "name", lead);
    }

    /** The same for those whom it is for: whoever leads what is theirs alone knows. */
    public static String theirLead(Deadline deadline, String language) {
        boolean alone = deadline.branch() == null && deadline.audience().deadlineGiven() > 0;
        return alone ? "" : lead(deadline, language);
    }

    /**
     * The answers; below what a branch was handed also a button that passes parts of it on.
     *
     * @param content of the message that carries them, 0 where it is no message to many
     * @param later whether it is not too late to be reminded
     */
    public static Keyboard keyboard(Deadline deadline, long content, String language, boolean later) {
        long id = deadline.id();
        Button help = button(id, content, language, HELP, "help");
        List<List<Button>> rows = new ArrayList<>();
        rows.add(List.of(button(id, content, language, DONE, "done"), button(id, content, language, CANNOT, "cannot")));
        rows.add(later ? List.of(button(id, content, language, LATER, "later"), help) : List.of(help));
        if (later && deadline.handed()) {
            rows.add(List.of(SPEECH.buttonIn(language, "pass_on", PASSING, "p." + id)));
        }
        return new Keyboard(rows);
    }

    /** One of them; its label is the text {@code button.KEY}. */
    public static Button button(long deadline, long content, String language, String deed, String key) {
        return new Button(
                SPEECH.in(language, "button." + key), new Action.Order(COMMAND, content + ":" + deadline + ":" + deed));
    }
}
