package org.branchline.campaign.diary;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;

/**
 * Something in a calendar (RFC 5545): at its moment for everybody, or all day. Taken anew after it was moved it replaces
 * the one before. Phones pass over {@code VTODO}, so it is a {@code VEVENT}.
 */
public final class Entry {

    /** RFC 5545, 3.1: octets of a line without its end. */
    private static final int LONGEST_LINE = 75;

    private static final String END = "\r\n";

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final String title;
    private final List<String> lines;

    private Entry(String title, List<String> lines) {
        this.title = title;
        this.lines = List.copyOf(lines);
    }

    /**
     * One that nothing is said of yet.
     *
     * @param id the same for every edition of it, of ASCII letters, digits and dashes
     * @param edition how often it was moved
     */
    public static Entry from(String id, int edition, String title) {
        return new Entry(
                title, List.of("UID:" + id + "@branchline", "SEQUENCE:" + edition, "SUMMARY:" + escaped(title)));
    }

    /** At that moment. */
    public Entry at(Instant moment) {
        return with("DTSTART:" + MOMENT.format(moment));
    }

    /** From one moment to another. */
    public Entry during(Instant from, Instant until) {
        return at(from).with("DTEND:" + MOMENT.format(until));
    }

    /** All that day, wherever somebody is. */
    public Entry on(LocalDate day) {
        return with("DTSTART;VALUE=DATE:" + DAY.format(day));
    }

    /** What it is about; nothing where that is empty. */
    public Entry about(String text) {
        return text.isEmpty() ? this : with("DESCRIPTION:" + escaped(text));
    }

    /** Where it is; nothing where that is empty. */
    public Entry at(String place) {
        return place.isEmpty() ? this : with("LOCATION:" + escaped(place));
    }

    private Entry with(String line) {
        List<String> more = new ArrayList<>(lines);
        more.add(line);
        return new Entry(title, more);
    }

    /** The whole file, made at a moment. */
    public String text(Instant now) {
        StringBuilder file = new StringBuilder();
        fold("BEGIN:VCALENDAR", file);
        fold("VERSION:2.0", file);
        fold("PRODID:-//Branchline//Branchline//EN", file);
        fold("BEGIN:VEVENT", file);
        fold("DTSTAMP:" + MOMENT.format(now), file);
        lines.forEach(line -> fold(line, file));
        fold("END:VEVENT", file);
        fold("END:VCALENDAR", file);
        return file.toString();
    }

    /** The same as something that is sent. */
    public Outgoing file(String name, Instant now) {
        return new Outgoing.File(
                name + ".ics",
                "text/calendar",
                text(now).getBytes(StandardCharsets.UTF_8),
                false,
                title,
                Keyboard.NONE);
    }

    private static String escaped(String text) {
        return text.replace("\r", "")
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** A line goes on behind a space where it is too long, never within a character. */
    private static void fold(String line, StringBuilder file) {
        int octets = 0;
        for (int point : line.codePoints().toArray()) {
            String letter = Character.toString(point);
            int more = letter.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > LONGEST_LINE) {
                file.append(END).append(' ');
                octets = 1;
            }
            file.append(letter);
            octets += more;
        }
        file.append(END);
    }
}
