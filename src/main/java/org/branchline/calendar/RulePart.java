package org.branchline.calendar;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** A part of a rule of RFC 5545 that we understand, and how it is written. */
enum RulePart {
    FREQ("HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY", "HOURLY, DAILY, WEEKLY, MONTHLY or YEARLY"),
    INTERVAL(false, 1, 366, "a number from 1 to 366"),
    /** More than so many are not counted off: such a rule may as well have no end. */
    COUNT(false, 1, 10_000, "a number from 1 to 10000, or nothing at all for a rule without end"),
    UNTIL("\\d{8}(T\\d{4}00)?", "a local day or minute without Z, for example 20271231 or 20271231T180000"),
    BYMONTH(true, 1, 12, "months from 1 to 12, for example 3,9"),
    BYWEEKNO(true, -53, 53, "weeks from 1 to 53, or -1 for the last"),
    BYYEARDAY(true, -366, 366, "days of the year from 1 to 366, or -1 for the last"),
    BYMONTHDAY(true, -31, 31, "days of the month from 1 to 31, or -1 for the last"),
    BYDAY(
            "DAY(,DAY)*".replace("DAY", "([+-]?[1-9]\\d?)?(MO|TU|WE|TH|FR|SA|SU)"),
            "days, for example SU or MO,WE, or in months 1SU for the first and -1FR for the last"),
    BYHOUR(true, 0, 23, "hours from 0 to 23, for example 9,18"),
    BYMINUTE(false, 0, 59, "one minute from 0 to 59: once an hour is the most"),
    BYSETPOS(true, -366, 366, "places from 1 to 366, or -1 for the last"),
    WKST("MO|TU|WE|TH|FR|SA|SU", "a day, for example MO");

    private final Pattern form;
    private final int least;
    private final int most;
    private final String right;

    RulePart(String form, String right) {
        this.form = Pattern.compile(form);
        this.least = 0;
        this.most = -1;
        this.right = right;
    }

    RulePart(boolean several, int least, int most, String right) {
        this.form = Pattern.compile(several ? "-?\\d{1,5}(,-?\\d{1,5})*" : "\\d{1,5}");
        this.least = least;
        this.most = most;
        this.right = right;
    }

    static Optional<RulePart> named(String name) {
        return Arrays.stream(values()).filter(part -> part.name().equals(name)).findFirst();
    }

    /** What is wrong with a value, if anything is. */
    Optional<String> problem(String value) {
        return fits(value) ? Optional.empty() : Optional.of(name() + "=" + value + " is wrong. Write " + right + ".");
    }

    private boolean fits(String value) {
        boolean numbers = least <= most;
        return form.matcher(value).matches()
                && (!numbers
                        || Arrays.stream(value.split(","))
                                .mapToInt(Integer::parseInt)
                                .allMatch(this::within));
    }

    /** Where one may count from the end there is no 0. */
    private boolean within(int number) {
        return number >= least && number <= most && (least >= 0 || number != 0);
    }
}
