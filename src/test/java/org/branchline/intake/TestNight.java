package org.branchline.intake;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.branchline.calendar.QuietHours;

/** Nights at whatever hour a test runs. */
public final class TestNight {

    private TestNight() {}

    /** Quiet hours in whose midst it is there. */
    public static QuietHours around(Instant now, ZoneId zone) {
        LocalTime time = now.atZone(zone).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        return new QuietHours(time.minusHours(1), time.plusHours(1));
    }

    /** As an organisation's settings have them. */
    public static String settings(QuietHours quiet) {
        return "{\"quiet_hours\": \"" + quiet + "\"}";
    }
}
