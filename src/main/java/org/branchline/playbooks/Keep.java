package org.branchline.playbooks;

import java.time.Period;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long something is kept, as people write it: {@code 12 months}. */
public final class Keep {

    private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,2}) (day|week|month|year)s?");

    private Keep() {}

    /** Empty when it is not a number of 1 to 999 and one of days, weeks, months, years. */
    public static Optional<Period> parse(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int count = Integer.parseInt(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "day" -> Period.ofDays(count);
                    case "week" -> Period.ofWeeks(count);
                    case "month" -> Period.ofMonths(count);
                    default -> Period.ofYears(count);
                });
    }
}
