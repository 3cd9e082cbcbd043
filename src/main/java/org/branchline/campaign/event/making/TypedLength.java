package org.branchline.campaign.event.making;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how long something takes as people type it: "90", "2 hours", "1½ time", "1:30". */
final class TypedLength {

    static final Duration SHORTEST = Duration.ofMinutes(5);
    static final Duration LONGEST = Duration.ofHours(24);

    private static final Pattern MINUTES = Pattern.compile("(\\d{1,4})\\s*(?:m|min\\.?|minutes?|minut|minutter)?");
    private static final Pattern HOURS = Pattern.compile("(\\d{1,2})(?<half>[.,]5|\\s?½)?\\s*(?:h|hours?|t|timer?)");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):([0-5]\\d)");

    private TypedLength() {}

    /** What was typed; empty where it is no length, or one that no shift has. */
    static Optional<Duration> read(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        return minutes(text)
                .map(Duration::ofMinutes)
                .filter(length -> length.compareTo(SHORTEST) >= 0 && length.compareTo(LONGEST) <= 0);
    }

    private static Optional<Long> minutes(String text) {
        Matcher minutes = MINUTES.matcher(text);
        if (minutes.matches()) {
            return Optional.of(Long.valueOf(minutes.group(1)));
        }
        Matcher hours = HOURS.matcher(text);
        if (hours.matches()) {
            return Optional.of(60 * Long.parseLong(hours.group(1)) + (hours.group("half") == null ? 0 : 30));
        }
        Matcher clock = CLOCK.matcher(text);
        return clock.matches()
                ? Optional.of(60 * Long.parseLong(clock.group(1)) + Long.parseLong(clock.group(2)))
                : Optional.empty();
    }
}
