package org.branchline.campaign.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A month by the clock of whoever reads of it.
 *
 * @param now as people see the time: what comes after does not count yet
 */
public record Month(YearMonth month, ZoneId zone, Instant now) {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("MMMM yyyy");

    public LocalDate first() {
        return month.atDay(1);
    }

    /** The first day of the next. */
    public LocalDate after() {
        return month.plusMonths(1).atDay(1);
    }

    /** Its first moment, as statements take it. */
    public OffsetDateTime begin() {
        return utc(first());
    }

    /** The first moment of the next. */
    public OffsetDateTime end() {
        return utc(after());
    }

    /** The first moment that does not count: the end of the month, or now. */
    public OffsetDateTime until() {
        return underWay() ? now.atOffset(ZoneOffset.UTC) : end();
    }

    public boolean underWay() {
        return now.isBefore(end().toInstant());
    }

    /** As people say it, for example November 2026. */
    public String name(String language) {
        return NAME.withLocale(Locale.forLanguageTag(language)).format(month);
    }

    private OffsetDateTime utc(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC);
    }
}
