package org.branchline.intake.waiting;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.branchline.intake.Exchange;
import org.jspecify.annotations.Nullable;

/** The same hour of the next day where a person is, moved into the decent hours from 9 to 20 o'clock. */
final class Tomorrow {

    private static final LocalTime EARLIEST = LocalTime.of(9, 0);
    private static final LocalTime LATEST = LocalTime.of(20, 0);

    private Tomorrow() {}

    static Instant after(Exchange exchange) {
        return after(exchange.now(), exchange.person().zone());
    }

    static Instant after(Instant now, @Nullable ZoneId zone) {
        ZonedDateTime next = now.atZone(zone == null ? ZoneOffset.UTC : zone).plusDays(1);
        LocalTime time = next.toLocalTime();
        if (time.isBefore(EARLIEST)) {
            return next.with(EARLIEST).toInstant();
        }
        return (time.isAfter(LATEST) ? next.with(LATEST) : next).toInstant();
    }
}
