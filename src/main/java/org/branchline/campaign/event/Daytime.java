package org.branchline.campaign.event;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The parts of a week in which members say that they are free, as questions of the kind {@code availability} name them. */
public final class Daytime {

    /** What members answer when their time is never the same. */
    public static final String VARIES = "varies";

    /** From this hour on it is evening. */
    private static final int EVENING = 17;

    /** Before this hour it is night: nobody means that by the day. */
    private static final int MORNING = 6;

    private Daytime() {}

    /** In which of them something begins where somebody lives. */
    public static String of(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        boolean weekend = local.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        String part = local.getHour() < MORNING ? "_night" : local.getHour() >= EVENING ? "_evening" : "_daytime";
        return (weekend ? "weekend" : "weekday") + part;
    }
}
