package org.branchline.campaign.prompt;

import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.branchline.calendar.Reading;
import org.branchline.calendar.Recurrence;
import org.branchline.campaign.audience.Audience;

/** A standing prompt as {@code prompts.yaml} has it. */
public final class WrittenPrompt {

    private static final Pattern LATE = Pattern.compile("([1-9][0-9]{0,2}) (hour|day)s?");

    private WrittenPrompt() {}

    /** A local minute, for example {@code 2027-01-03 18:00}. */
    public static Optional<LocalDateTime> from(String written) {
        try {
            return Optional.of(LocalDateTime.parse(written.strip().replace(' ', 'T')));
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }

    /** How late it may be, for example {@code 12 hours}, at most 7 days. */
    public static Optional<Duration> late(String written) {
        Matcher matcher = LATE.matcher(written.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        Duration late = matcher.group(2).equals("day") ? Duration.ofDays(number) : Duration.ofHours(number);
        return Optional.of(late).filter(found -> found.compareTo(Duration.ofDays(7)) <= 0);
    }

    /** A rule from its first local minute on. */
    public static Reading<Recurrence> rule(String rule, LocalDateTime from) {
        return Recurrence.parse(rule, from);
    }

    /** One that was found free of errors. */
    static Wanted read(JsonObject written) {
        LocalDateTime from = from(written.getString("from")).orElseThrow();
        return new Wanted(
                written.getString("playbook"),
                Audience.read(written.getJsonObject("to", new JsonObject()).encode())
                        .of(read -> read, problems -> {
                            throw unreadable(problems);
                        }),
                written.getString("prompt"),
                rule(written.getString("rule"), from).of(read -> read, problems -> {
                    throw unreadable(problems);
                }),
                late(written.getString("late", "12 hours")).orElse(Wanted.LATE),
                written.getBoolean("check_in", false));
    }

    private static IllegalStateException unreadable(List<?> problems) {
        return new IllegalStateException("A standing prompt cannot be read: " + problems);
    }
}
