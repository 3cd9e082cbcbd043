package org.branchline.campaign.deadline.answering;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.branchline.calendar.Deadline.EndOf;
import org.branchline.calendar.Deadline.Moment;
import org.branchline.campaign.deadline.Deadline;
import org.branchline.database.OrganisationId;

/**
 * A deadline as people's calendars take it (RFC 5545): an event at its moment, or all day. Taken anew after it was moved it
 * replaces the one before. Phones pass over {@code VTODO}, so it is a {@code VEVENT}.
 */
final class CalendarFile {

    /** RFC 5545, 3.1: octets of a line without its end. */
    private static final int LONGEST_LINE = 75;

    private static final String END = "\r\n";

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private CalendarFile() {}

    /**
     * The file.
     *
     * @param now when it is made
     */
    static String of(Deadline deadline, OrganisationId organisation, String language, Instant now) {
        StringBuilder file = new StringBuilder();
        for (String line : List.of(
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Branchline//Branchline//EN",
                "BEGIN:VEVENT",
                "UID:deadline-" + deadline.id() + "-" + organisation.number() + "@branchline",
                "SEQUENCE:" + deadline.edition(),
                "DTSTAMP:" + MOMENT.format(now),
                deadline.due() instanceof Moment moment
                        ? "DTSTART:" + MOMENT.format(moment.at())
                        : day(((EndOf) deadline.due()).day()),
                "SUMMARY:" + escaped(deadline.title(language)),
                "DESCRIPTION:" + escaped(deadline.task(language)),
                "END:VEVENT",
                "END:VCALENDAR")) {
            fold(line, file);
        }
        return file.toString();
    }

    private static String day(LocalDate day) {
        return "DTSTART;VALUE=DATE:" + DAY.format(day);
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
