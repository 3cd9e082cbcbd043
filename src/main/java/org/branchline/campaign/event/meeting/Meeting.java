package org.branchline.campaign.event.meeting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.branchline.campaign.event.EventKind;
import org.branchline.campaign.event.Mine;
import org.branchline.campaign.event.Shift;
import org.branchline.campaign.event.Typing;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Moments;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;

/** What meetings have that other events do not: the rows of buttons by which others lead here. */
public final class Meeting {

    static final Speech SPEECH = Speech.of("meeting");

    /** Command of the buttons. */
    static final String COMMAND = "meeting";

    static final String PUT_ON = "a";
    static final String TAKE_OFF = "x";

    /** The agenda in a message of its own; with a number, that page in place. */
    static final String AGENDA = "l";

    static final String DECISIONS = "d";
    static final String UNDECIDE = "q";
    static final String TASKS = "t";
    static final String UNTASK = "u";
    static final String LEADS = "g";
    static final String LEAD = "p";
    static final String DONE = "f";
    static final String MINUTES = "m";
    static final String SEND = "s";

    private static final int LONGEST_LABEL = 40;

    private Meeting() {}

    static boolean is(Shift shift) {
        return shift.event().kind() == EventKind.MEETING;
    }

    /** Below what somebody reads of a shift in which they have a place, before it begins. */
    public static List<List<Button>> before(Shift shift, Instant now, String language) {
        return is(shift) && !shift.begun(now)
                ? List.of(List.of(button(language, "put_on", shift, PUT_ON), button(language, "agenda", shift, AGENDA)))
                : List.of();
    }

    /** Below what a host reads of it before it ends. */
    public static List<List<Button>> agenda(Shift shift, Instant now, String language) {
        return is(shift) && shift.open() && !shift.over(now)
                ? List.of(List.of(button(language, "agenda", shift, AGENDA)))
                : List.of();
    }

    /** Below what a host reads of it once it began. */
    public static List<List<Button>> after(Shift shift, Instant now, String language) {
        return is(shift) && shift.open() && shift.begun(now) ? notes(shift, language) : List.of();
    }

    static List<List<Button>> notes(Shift shift, String language) {
        return List.of(
                List.of(button(language, "decisions", shift, DECISIONS), button(language, "tasks", shift, TASKS)),
                List.of(button(language, "minutes", shift, MINUTES)));
    }

    static Button button(String language, String key, Shift shift, String deed) {
        return labelled(SPEECH.in(language, "button." + key), shift, deed);
    }

    /** One whose label may be too long for a button. */
    static Button labelled(String label, Shift shift, String deed) {
        String cut = label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
        return new Button(cut, new Action.Order(COMMAND, shift.id() + "." + deed));
    }

    /** What was typed, on one line; empty where it does not fit, which is said then. */
    static Optional<String> line(Exchange exchange, String typed, int most) {
        String line = Typing.line(typed);
        boolean fits = !line.isEmpty() && line.length() <= most;
        if (!fits) {
            exchange.say(SPEECH.say(exchange, "too_long", "most", "" + most));
        }
        return fits ? Optional.of(line) : Optional.empty();
    }

    /** A text about a meeting, by its reader's clock. */
    static String about(Exchange exchange, String key, Shift shift, String... more) {
        String language = exchange.person().language();
        String[] values = new String[more.length + 4];
        values[0] = "title";
        values[1] = shift.event().title(language);
        values[2] = "at";
        values[3] = Moments.named(shift.startsAt(), Mine.zone(exchange), language);
        System.arraycopy(more, 0, values, 4, more.length);
        return SPEECH.say(exchange, key, values);
    }
}
