package org.branchline.campaign.deadline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.branchline.calendar.LadderBefore;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.deadline.Deadline;
import org.branchline.database.OrganisationId;
import org.junit.jupiter.api.Test;

class CalendarFileTest {

    private static final Instant MOMENT = Instant.parse("2027-03-12T09:00:00Z");
    private static final String TASK = "Open the page; choose an evening, please \\o/\nÆ, ø and å, at such length that"
            + " the line is folded, and 🙏 too, and that more than once, so that it can be seen.";

    @Test
    void a_moment_is_an_event_at_that_moment() {
        // When
        Map<String, String> event = read(file(new org.branchline.calendar.Deadline.Moment(MOMENT)));

        // Then
        assertThat(event)
                .containsEntry("DTSTART", "20270312T090000Z")
                .containsEntry("SUMMARY", "Sign up")
                .containsEntry("DESCRIPTION", TASK + "\nhttps://example.org/a?b=c")
                .containsEntry("UID", "deadline-7-3@branchline")
                .containsEntry("SEQUENCE", "2");
    }

    @Test
    void the_end_of_a_day_is_that_day() {
        // When
        Map<String, String> event = read(file(new org.branchline.calendar.Deadline.EndOf(LocalDate.of(2027, 3, 12))));

        // Then
        assertThat(event).containsEntry("DTSTART;VALUE=DATE", "20270312");
    }

    @Test
    void no_line_has_more_octets_than_the_standard_allows() {
        // When
        String[] lines =
                file(new org.branchline.calendar.Deadline.Moment(MOMENT)).split("\r\n");

        // Then
        assertThat(Arrays.stream(lines).map(line -> line.getBytes(StandardCharsets.UTF_8).length))
                .allMatch(octets -> octets <= 75)
                .contains(75);
    }

    /** As a calendar reads it: lines put together, properties by name, escapes undone. */
    private static Map<String, String> read(String file) {
        assertThat(file).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
        Map<String, String> properties = new LinkedHashMap<>();
        for (String line : file.replace("\r\n ", "").split("\r\n")) {
            String[] parts = line.split(":", 2);
            properties.put(parts[0], unescaped(parts[1]));
        }
        return properties;
    }

    private static String unescaped(String value) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (letter == '\\') {
                i++;
                text.append(value.charAt(i) == 'n' ? '\n' : value.charAt(i));
            } else {
                text.append(letter);
            }
        }
        return text.toString();
    }

    private static String file(org.branchline.calendar.Deadline due) {
        Deadline deadline = new Deadline(
                7,
                "en",
                Map.of("en", "Sign up"),
                Map.of("en", TASK),
                "https://example.org/a?b=c",
                due,
                Audience.EVERYONE,
                "Everyone",
                LadderBefore.USUAL,
                null,
                null,
                true,
                2,
                false,
                MOMENT,
                null,
                null);
        return CalendarFile.of(deadline, new OrganisationId(3), "en", MOMENT);
    }
}
