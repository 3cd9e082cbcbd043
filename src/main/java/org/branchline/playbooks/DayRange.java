package org.branchline.playbooks;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.branchline.conversation.playbook.DayBound;

/**
 * From one day to another, as people write it: {@code today to +12 months}, {@code 2027-01-01 to 2027-05-04}. The checker
 * says whether it makes sense.
 */
record DayRange(DayBound first, DayBound last) {

    private static final String TODAY = "today";
    private static final Pattern BETWEEN = Pattern.compile(" to ");
    private static final Pattern COUNTED = Pattern.compile("([+-])(.+)");

    /** Empty where either end cannot be read, or is no day of the calendar. */
    static Optional<DayRange> parse(String written) {
        String[] ends = BETWEEN.split(written.strip(), -1);
        return ends.length == 2
                ? bound(ends[0]).flatMap(first -> bound(ends[1]).map(last -> new DayRange(first, last)))
                : Optional.empty();
    }

    private static Optional<DayBound> bound(String written) {
        Matcher counted = COUNTED.matcher(written);
        if (counted.matches()) {
            return Keep.parse(counted.group(2))
                    .map(away -> new DayBound.FromToday(counted.group(1).equals("-") ? away.negated() : away));
        }
        if (written.equals(TODAY)) {
            return Optional.of(DayBound.TODAY);
        }
        try {
            return Optional.of(new DayBound.Fixed(LocalDate.parse(written)));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
