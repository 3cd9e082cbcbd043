package org.branchline.desk.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Set;
import org.branchline.calendar.LocalHour;
import org.branchline.campaign.broadcast.Timing;
import org.branchline.campaign.broadcast.When;
import org.jspecify.annotations.Nullable;

/** Reads when a broadcast shall go. */
final class TimingReader {

    private static final Set<String> OWN_HOUR = Set.of("local_hour", "date");
    private static final String AN_INSTANT = "an instant with its offset, for example 2027-03-01T18:00:00Z";
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);

    private final List<String> problems;

    /**
     * @param problems where what is wrong is added
     */
    TimingReader(List<String> problems) {
        this.problems = problems;
    }

    Timing read(JsonNode root) {
        JsonNode end = root.path("finish_by");
        Instant finishBy = end.isMissingNode() || end.isNull() ? null : instant(end);
        if (finishBy == null && !end.isMissingNode() && !end.isNull()) {
            problems.add("finish_by: must be " + AN_INSTANT);
        }
        return new Timing(when(root.path("at")), nights(root.path("quiet_hours")), finishBy);
    }

    private When when(JsonNode node) {
        if (node.isMissingNode() || "now".equals(node.textValue())) {
            return new When.Now();
        }
        if (node.isObject()) {
            return ownHour(node);
        }
        Instant moment = instant(node);
        if (moment != null) {
            return new When.At(moment);
        }
        problems.add("at: must be \"now\", " + AN_INSTANT
                + ", or {\"local_hour\": \"18:00\", \"date\": \"2027-03-01\"} by each member's own clock");
        return new When.Now();
    }

    private When ownHour(JsonNode node) {
        node.fieldNames().forEachRemaining(key -> {
            if (!OWN_HOUR.contains(key)) {
                problems.add("at." + key + ": is not known; there are local_hour and date");
            }
        });
        LocalTime hour = null;
        LocalDate day = null;
        try {
            hour = LocalTime.parse(node.path("local_hour").asText(), HOUR);
        } catch (DateTimeException another) {
            problems.add("at.local_hour: must be an hour from 00:00 to 23:59, for example \"18:00\"");
        }
        try {
            day = node.path("date").isMissingNode() ? null : LocalDate.parse(written(node.path("date")));
        } catch (DateTimeException another) {
            problems.add(
                    "at.date: must be a day there is, for example \"2027-03-01\"; without one it is the next time it is"
                            + " that hour");
        }
        return hour == null ? new When.Now() : new When.OwnHour(new LocalHour(hour, day));
    }

    private boolean nights(JsonNode node) {
        if (!node.isMissingNode() && !"respect".equals(node.textValue()) && !"ignore".equals(node.textValue())) {
            problems.add("quiet_hours: must be \"respect\", as it is without it, or \"ignore\" to send at night too");
        }
        return "ignore".equals(node.textValue());
    }

    /** Years of more than four digits, which ISO 8601 has too, are nobody's. */
    private static String written(JsonNode node) {
        String text = node.asText();
        return text.startsWith("+") || text.startsWith("-") ? "" : text;
    }

    private static @Nullable Instant instant(JsonNode node) {
        try {
            return OffsetDateTime.parse(written(node)).toInstant();
        } catch (DateTimeException another) {
            return null;
        }
    }
}
