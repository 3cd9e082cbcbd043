package org.branchline.campaign.broadcast;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** The hour by everybody's own clock, empty where all get it at one moment. */
    Optional<LocalHour> ownHour() {
        return when.of(new When.Cases<>() {
            @Override
            public Optional<LocalHour> now() {
                return Optional.empty();
            }

            @Override
            public Optional<LocalHour> at(Instant moment) {
                return Optional.empty();
            }

            @Override
            public Optional<LocalHour> ownHour(LocalHour hour) {
                return Optional.of(hour);
            }
        });
    }

    /** What is wrong with it at any time; empty where nothing is. */
    public List<String> problems(QuietHours quiet) {
        return ownHour()
                .map(LocalHour::at)
                .filter(hour -> !nights && quiet.at(hour))
                .map(hour -> List.of("at.local_hour: " + hour + " is in the quiet hours " + quiet
                        + ", in which nothing is sent; take another hour, or \"quiet_hours\": \"ignore\""))
                .orElse(List.of());
    }

    /** What is wrong with it now; empty where nothing is. */
    public List<String> problems(Instant now, Duration hold) {
        List<String> problems = new ArrayList<>(when.of(new Judging(now)));
        if (finishBy != null) {
            Instant first = new Schedule(when, QuietHours.NONE, now.plus(hold)).first();
            if (!finishBy.isAfter(first)) {
                problems.add("finish_by: must be after " + first + ", when the first ones may leave");
            }
        }
        return problems;
    }

    /** What is over, or too far ahead. */
    private record Judging(Instant asOf) implements When.Cases<List<String>> {
        @Override
        public List<String> now() {
            return List.of();
        }

        @Override
        public List<String> at(Instant moment) {
            return judge(moment, "at", asOf);
        }

        @Override
        public List<String> ownHour(LocalHour hour) {
            LocalDate day = hour.on();
            return day == null ? List.of() : judge(WallClock.first(day.atTime(hour.at()), LAST), "at.date", asOf);
        }
    }

    private static List<String> judge(Instant moment, String field, Instant now) {
        if (moment.isBefore(now.minus(A_MOMENT))) {
            return List.of(field + ": is over everywhere; it is " + now + " now, leave \"at\" out to send at once");
        }
        return moment.isAfter(now.plus(LONGEST))
                ? List.of(field + ": is more than " + LONGEST.toDays() + " days ahead")
                : List.of();
    }

    /** When it falls due, by an organisation's quiet hours. */
    public Schedule schedule(QuietHours quiet, Instant notBefore) {
        return new Schedule(when, nights ? QuietHours.NONE : quiet, notBefore);
    }

    /** Notes what is not usual about it. */
    void note(JsonObject request) {
        when.of(new When.Cases<JsonObject>() {
            @Override
            public JsonObject now() {
                return request;
            }

            @Override
            public JsonObject at(Instant moment) {
                return request.put("at", moment.toString());
            }

            @Override
            public JsonObject ownHour(LocalHour hour) {
                return request.put("at", hour.at() + " " + hour.on());
            }
        });
        if (nights) {
            request.put("nights", true);
        }
        if (finishBy != null) {
            request.put("finish_by", finishBy.toString());
        }
    }
}
