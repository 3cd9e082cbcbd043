package org.branchline.campaign.event.hosting;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.branchline.calendar.QuietHours;
import org.branchline.campaign.event.Attendee;
import org.branchline.campaign.event.Attendees;
import org.branchline.campaign.event.Shift;
import org.branchline.campaign.event.ShiftText;
import org.branchline.campaign.event.Standing;
import org.branchline.campaign.event.meeting.Agenda;
import org.branchline.campaign.event.meeting.Meeting;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Speech;

/**
 * What a card says of a shift, and the buttons below it.
 *
 * @param agenda what a meeting will talk about
 * @param zone of whoever reads it, as is the language
 */
record ShiftCard(
        Shift shift, Attendees attendees, Agenda agenda, ZoneId zone, QuietHours quiet, String language, Instant now) {

    static final Speech SPEECH = Speech.of("hosting");

    /** Telegram cuts messages at 4,096 units. */
    private static final int MOST_NAMES = 50;

    /** The text: the same while nothing changes. */
    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(shift.event().title(language));
        lines.add(ShiftText.when(shift, zone, quiet, language));
        lines.add("");
        if (!shift.open()) {
            lines.add(SPEECH.in(language, "card.off"));
            return String.join("\n", lines);
        }
        if (shift.over(now)) {
            lines.add(SPEECH.in(language, "card.over"));
        }
        lines.add(places());
        List<Attendee> held = attendees.standing(Standing.HELD);
        int n = 0;
        for (Attendee one : held.subList(0, Math.min(MOST_NAMES, held.size()))) {
            lines.add(++n + ". " + line(one));
        }
        if (held.size() > MOST_NAMES) {
            lines.add(SPEECH.countIn(language, "card.more", held.size() - MOST_NAMES));
        }
        names(lines, "card.offered", attendees.standing(Standing.OFFERED));
        names(lines, "card.waiting", attendees.standing(Standing.WAITING));
        names(lines, "card.no_show", held.stream().filter(Attendee::noShow).toList());
        String talk = agenda.brief(language);
        if (!talk.isEmpty()) {
            lines.add("");
            lines.add(talk);
        }
        return String.join("\n", lines);
    }

    /** "7 of 12 places · 2 wait · 1 offered · thin". */
    private String places() {
        int held = attendees.standing(Standing.HELD).size();
        int offered = attendees.standing(Standing.OFFERED).size();
        List<String> parts = new ArrayList<>();
        parts.add(
                shift.places() == null
                        ? SPEECH.countIn(language, "card.held", held)
                        : SPEECH.in(language, "card.of", "n", "" + held, "places", "" + shift.places()));
        if (shift.waiting() > 0) {
            parts.add(SPEECH.countIn(language, "card.wait", shift.waiting()));
        }
        if (offered > 0) {
            parts.add(SPEECH.countIn(language, "card.offers", offered));
        }
        switch (shift.filling()) {
            case FULL -> parts.add(SPEECH.in(language, "card.full"));
            case THIN -> parts.add(SPEECH.in(language, "card.thin", "least", "" + shift.minimum()));
            case OPEN -> {}
        }
        return String.join(" · ", parts);
    }

    private String line(Attendee one) {
        StringBuilder line = new StringBuilder(attendees.called(one));
        if (one.guest()) {
            line.append(" · ").append(SPEECH.in(language, "card.guest"));
        }
        if (!one.bringer().isEmpty()) {
            line.append(", ").append(SPEECH.in(language, "card.brought", "name", one.bringer()));
        }
        if (one.first()) {
            line.append(" · ").append(SPEECH.in(language, "card.new"));
        }
        if (one.unconfirmed()) {
            line.append(" · ").append(SPEECH.in(language, "card.unconfirmed"));
        }
        return line.toString();
    }

    private void names(List<String> lines, String key, List<Attendee> some) {
        if (!some.isEmpty()) {
            lines.add(SPEECH.in(language, key, "names", names(some)));
        }
    }

    /** What some of them are called, in one line. */
    String names(List<Attendee> some) {
        String names = some.stream().limit(MOST_NAMES).map(attendees::called).collect(Collectors.joining(", "));
        return some.size() > MOST_NAMES ? names + " …" : names;
    }

    /** What can be done about it now. */
    Keyboard keyboard() {
        List<List<Button>> rows = new ArrayList<>();
        boolean open = shift.open() && !shift.over(now);
        boolean before = open && !shift.begun(now);
        if (before) {
            if (shift.wanted().isPresent()) {
                rows.add(List.of(ShiftText.SPEECH.buttonIn(language, "ask_more", ShiftText.ASKING, "" + shift.id())));
            }
            rows.add(List.of(button("add", Hosting.ADD), button("cancel", Hosting.CANCEL)));
        } else if (open) {
            rows.add(List.of(button("cancel", Hosting.CANCEL)));
        }
        List<Button> row = new ArrayList<>();
        if (before) {
            row.add(button("move", Hosting.MOVE));
        }
        if (shift.open() && shift.begun(now)) {
            row.add(button("who_came", Hosting.WHO_CAME));
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
        if (open && !attendees.guests().isEmpty()) {
            rows.add(List.of(button("take_off", Hosting.GUESTS)));
        }
        rows.addAll(Meeting.agenda(shift, now, language));
        rows.addAll(Meeting.after(shift, now, language));
        rows.add(List.of(button("again", Hosting.OPEN)));
        return new Keyboard(rows);
    }

    /** Of all that is shown; the same while nothing changes. */
    int hash() {
        return Objects.hash(text(), keyboard());
    }

    Button button(String key, String deed) {
        return button(language, key, shift, deed);
    }

    static Button button(String language, String key, Shift shift, String deed) {
        return labelled(SPEECH.in(language, "button." + key), shift, deed);
    }

    static Button labelled(String label, Shift shift, String deed) {
        return new Button(label, new Action.Order(Hosting.NAME, shift.id() + "." + deed));
    }
}
