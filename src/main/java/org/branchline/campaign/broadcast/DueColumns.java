package org.branchline.campaign.broadcast;

import io.vertx.sqlclient.Row;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.branchline.calendar.QuietHours;

/** Zones with what is due there, as a statement takes them. */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record DueColumns(String[] zones, OffsetDateTime[] moments, Boolean[] nights) {

    static DueColumns of(List<Schedule.Due> all) {
        return new DueColumns(
                all.stream().map(due -> due.zone().getId()).toArray(String[]::new),
                all.stream().map(due -> due.at().atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new),
                all.stream().map(Schedule.Due::night).toArray(Boolean[]::new));
    }

    /** The quiet hours that a broadcast keeps. */
    static QuietHours quiet(Row broadcast) {
        LocalTime from = broadcast.getLocalTime("quiet_from");
        LocalTime until = broadcast.getLocalTime("quiet_until");
        return from == null || until == null ? QuietHours.NONE : new QuietHours(from, until);
    }
}
