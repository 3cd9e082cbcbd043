package org.branchline.campaign.broadcast;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.branchline.calendar.LocalHour;
import org.branchline.calendar.QuietHours;
import org.branchline.calendar.WallClock;
import org.jspecify.annotations.Nullable;

/**
 * When a broadcast shall go, and until when.
 *
 * @param nights whether it goes in quiet hours too
 * @param finishBy what has not left by then is not sent any more; null for no such end
 */
public record Timing(When when, boolean nights, @Nullable Instant finishBy) {

    /** Now, and in nobody's night. */
    public static final Timing USUAL = new Timing(new When.Now(), false, null);

    /** How far ahead a broadcast may be begun. */
    static final Duration LONGEST = Duration.ofDays(366);

    /** An instant somebody took a moment ago is not too late: it means now. */
    private static final Duration A_MOMENT = Duration.ofMinutes(1);

    /** Where days end last. */
    private static final ZoneId LAST = ZoneId.of("Etc/GMT+12");

    /** What is wrong with it at any time; empty where nothing is. */
    public List<String> problems(QuietHours quiet) {
        return !nights
                        && when instanceof When.OwnHour own
                        && quiet.at(own.hour().at())
                ? List.of("at.local_hour: " + own.hour().at() + " is in the quiet hours " + quiet
                        + ", in which nothing is sent; take another hour, or \"quiet_hours\": \"ignore\"")
                : List.of();
    }

    /** What is wrong with it now; empty where nothing is. */
    public List<String> problems(Instant now, Duration hold) {
        List<String> problems = new ArrayList<>();
        if (when instanceof When.At at) {
            judge(at.moment(), "at", now, problems);
        }
        LocalHour hour = when instanceof When.OwnHour own ? own.hour() : null;
        LocalDate day = hour == null ? null : hour.on();
        if (hour != null && day != null) {
            judge(WallClock.first(day.atTime(hour.at()), LAST), "at.date", now, problems);
        }
        if (finishBy != null) {
            Instant first = new Schedule(when, QuietHours.NONE, now.plus(hold)).first();
            if (!finishBy.isAfter(first)) {
                problems.add("finish_by: must be after " + first + ", when the first ones may leave");
            }
        }
        return problems;
    }

    private static void judge(Instant moment, String field, Instant now, List<String> problems) {
        if (moment.isBefore(now.minus(A_MOMENT))) {
            problems.add(field + ": is over everywhere; it is " + now + " now, leave \"at\" out to send at once");
        }
        if (moment.isAfter(now.plus(LONGEST))) {
            problems.add(field + ": is more than " + LONGEST.toDays() + " days ahead");
        }
    }

    /** When it falls due, by an organisation's quiet hours. */
    public Schedule schedule(QuietHours quiet, Instant notBefore) {
        return new Schedule(when, nights ? QuietHours.NONE : quiet, notBefore);
    }

    /** Notes what is not usual about it. */
    void note(JsonObject request) {
        if (when instanceof When.At at) {
            request.put("at", at.moment().toString());
        }
        if (when instanceof When.OwnHour own) {
            request.put("at", own.hour().at() + " " + own.hour().on());
        }
        if (nights) {
            request.put("nights", true);
        }
        if (finishBy != null) {
            request.put("finish_by", finishBy.toString());
        }
    }
}
