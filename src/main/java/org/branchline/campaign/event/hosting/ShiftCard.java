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
import org.branchline.campaign.event.Where;
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
 * @param unknown whether the organisation's files name the area no more that it calls
 * @param zone of whoever reads it, as is the language
 */
record ShiftCard(
        Shift shift,
        Attendees attendees,
        Agenda agenda,
        boolean unknown,
        ZoneId zone,
        QuietHours quiet,
        String language,
        Instant now) {

    static final Speech SPEECH = Speech.of("hosting");

    /** Of Telegram's 4,096 UTF-16 units, less what stands above a card where it comes unasked. */
    static final int LONGEST = 3_600;

    /** For how many more there are. */
    private static final int MORE = 40;

    /** In one line. */
    static final int MOST_NAMES = 15;

    /** The same where so many would leave less than {@link #FOR_PEOPLE} to those who have a place. */
    private static final int FEW_NAMES = 4;

    private static final int FOR_PEOPLE = 1_000;

    /** A text, and whether everybody of this part is in it. */
    private record Laid(String text, boolean everybody) {}

    /** The text: the same while nothing changes. */
    String text() {
        return laid().text();
    }

    private Laid laid() {
        List<String> lines = new ArrayList<>();
        lines.add(shift.event().title(language));
        lines.add(ShiftText.when(shift, zone, quiet, language));
        if (!shift.open()) {
            lines.add("");
            lines.add(SPEECH.in(language, "card.off"));
            return new Laid(String.join("\n", lines), true);
        }
        lines.add(where(new Where(shift.event().place(), shift.event().link()), language));
        lines.add("");
        if (shift.over(now)) {
            lines.add(SPEECH.in(language, "card.over"));
        }
        if (unknown) {
            lines.add(SPEECH.in(language, "card.unknown", "area", shift.event().area()));
        }
        lines.add(places());
        List<String> tail = tail(MOST_NAMES);
        boolean crowded = length(lines) + length(tail) > LONGEST - FOR_PEOPLE;
        return people(lines, crowded ? tail(FEW_NAMES) : tail, !crowded);
    }

    /** Below those who have a place. */
    private List<String> tail(int most) {
        List<Attendee> held = attendees.standing(Standing.HELD);
        List<Attendee> left = attendees.standing(Standing.LEFT);
        List<String> tail = waiting(most);
        names(tail, "card.no_show", held.stream().filter(Attendee::noShow).toList(), 0, most);
        names(tail, "card.stopped", left.stream().filter(Attendee::stopped).toList(), 0, most);
        String talk = agenda.brief(language);
        if (!talk.isEmpty()) {
            tail.add("");
            tail.add(talk);
        }
        return tail;
    }

    /** Where an event is, as its host reads it. */
    static String where(Where where, String language) {
        String place = where.place().isEmpty() ? "" : SPEECH.in(language, "card.where", "place", where.place());
        String link = where.link().isEmpty() ? "" : SPEECH.in(language, "card.link", "link", where.link());
        return place.isEmpty() && link.isEmpty() ? SPEECH.in(language, "card.nowhere") : (place + "\n" + link).strip();
    }

    /** Those of this part, each who has a place on a line. */
    String people() {
        return people(new ArrayList<>(), waiting(MOST_NAMES), true).text();
    }

    /** As many as fit into a message. */
    private Laid people(List<String> lines, List<String> tail, boolean wholeTail) {
        int room = LONGEST - length(lines) - length(tail) - MORE;
        int n = attendees.from();
        List<Attendee> held = attendees.standing(Standing.HELD);
        for (Attendee one : held) {
            String line = (n + 1) + ". " + line(one);
            room -= line.length() + 1;
            if (room < 0) {
                break;
            }
            n++;
            lines.add(line);
        }
        int more = attendees.counts().held() - n;
        if (more > 0) {
            lines.add(SPEECH.countIn(language, "card.more", more));
        }
        lines.addAll(tail);
        return new Laid(String.join("\n", lines), wholeTail && n == attendees.from() + held.size());
    }

    private static int length(List<String> lines) {
        return lines.stream().mapToInt(line -> line.length() + 1).sum();
    }

    private List<String> waiting(int most) {
        List<String> lines = new ArrayList<>();
        for (Standing standing : List.of(Standing.OFFERED, Standing.WAITING)) {
            String key = standing == Standing.OFFERED ? "card.offered" : "card.waiting";
            names(lines, key, attendees.standing(standing), attendees.behind(standing), most);
        }
        return lines;
    }

    /** "7 of 12 places · 2 wait · 1 offered · thin". */
    private String places() {
        int held = attendees.counts().held();
        int offered = attendees.counts().offered();
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
        if (!one.reachable()) {
            line.append(" · ").append(SPEECH.in(language, "card.unreachable"));
        }
        return line.toString();
    }

    /** A line of those who stand to it like this; none where there is nobody. */
    void names(List<String> lines, String key, Standing standing) {
        names(lines, key, attendees.standing(standing), attendees.behind(standing), MOST_NAMES);
    }

    /** The same of at most so many of some, behind whom there are more. */
    void names(List<String> lines, String key, List<Attendee> some, int more, int most) {
        if (some.isEmpty()) {
            return;
        }
        String names = some.stream().limit(most).map(attendees::called).collect(Collectors.joining(", "));
        int all = Math.max(0, some.size() - most) + more;
        lines.add(SPEECH.in(
                language, key, "names", all == 0 ? names : names + " " + SPEECH.countIn(language, "card.more", all)));
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
            boolean said =
                    !shift.event().place().isEmpty() || !shift.event().link().isEmpty();
            row.add(button("move", Hosting.MOVE));
            row.add(button(said ? "where_else" : "where", Hosting.WHERE));
        }
        if (shift.open() && shift.begun(now)) {
            row.add(button("who_came", Hosting.WHO_CAME));
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
        if (shift.open() && (attendees.more() || !laid().everybody())) {
            rows.add(List.of(button("everybody", Hosting.EVERYBODY)));
        }
        if (open && attendees.counts().guests() > 0) {
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
