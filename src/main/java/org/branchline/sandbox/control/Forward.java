package org.branchline.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Reads how far the clock is to go. */
final class Forward {

    private static final Duration FARTHEST = Duration.ofDays(3660);
    private static final List<String> WAYS = List.of("forward", "forward_seconds", "to");

    private Forward() {}

    /**
     * In whole seconds, as messages have their dates.
     *
     * @param arriving what people see as now once the clock has gone where it is going already
     */
    static Duration read(ObjectNode body, Instant arriving) {
        List<String> given = WAYS.stream().filter(body::hasNonNull).toList();
        if (given.size() != 1) {
            throw Told.badRequest("one of forward, forward_seconds and to says how far the clock goes");
        }
        JsonNode value = body.path(given.get(0));
        Duration forward =
                switch (given.get(0)) {
                    case "forward" -> duration(value);
                    case "forward_seconds" -> seconds(value);
                    default -> Duration.between(arriving, instant(value));
                };
        if (forward.isNegative()) {
            throw Told.badRequest("the clock only goes forward");
        }
        if (forward.compareTo(FARTHEST) > 0) {
            throw Told.badRequest("the clock goes ten years forward at most");
        }
        Duration whole = forward.truncatedTo(ChronoUnit.SECONDS);
        return whole.equals(forward) ? whole : whole.plusSeconds(1);
    }

    private static Duration duration(JsonNode value) {
        try {
            return Duration.parse(value.asText());
        } catch (DateTimeParseException e) {
            throw Told.badRequest("forward must be a duration such as PT3H or P7D");
        }
    }

    private static Duration seconds(JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw Told.badRequest("forward_seconds must be a whole number");
        }
        return Duration.ofSeconds(value.asLong());
    }

    private static Instant instant(JsonNode value) {
        try {
            return Instant.parse(value.asText());
        } catch (DateTimeParseException e) {
            throw Told.badRequest("to must be an instant such as 2027-03-28T01:00:00Z");
        }
    }
}
