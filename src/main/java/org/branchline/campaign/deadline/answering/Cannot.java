package org.branchline.campaign.deadline.answering;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.branchline.calendar.QuietHours;
import org.branchline.calendar.WallClock;
import org.branchline.campaign.broadcast.Schedule;
import org.branchline.campaign.helpdesk.Helper;
import org.branchline.roster.BranchBook;
import org.branchline.roster.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who cannot, of which nobody was told yet.
 *
 * @param chat theirs
 * @param branch theirs, null without one
 * @param lead of the deadline, null for nobody
 * @param given whether it was given to them by name: then the lead is told, whoever looks after the branch
 */
record Cannot(
        long deadline,
        long member,
        long chat,
        @Nullable Long branch,
        @Nullable Long lead,
        boolean given,
        Instant saidAt) {

    /** What was said before this hour of a day is gathered then. */
    private static final LocalTime GATHERED = LocalTime.of(18, 0);

    private static final LocalTime EARLIEST = LocalTime.of(9, 0);
    private static final LocalTime LATEST = LocalTime.of(21, 0);

    static Cannot of(Row row) {
        return new Cannot(
                row.getLong("deadline"),
                row.getLong("member"),
                row.getLong("telegram_user"),
                row.getLong("branch"),
                row.getLong("lead"),
                row.getBoolean("given"),
                row.getOffsetDateTime("said_at").toInstant());
    }

    /** Whom to tell: the captain, else the lead, else the coordinators; never the member. Nobody where nobody is there. */
    List<Helper> whom(List<Helper> all, BranchBook book, Instant now) {
        List<Helper> found = Helper.forQuestion(all, branch, chat, book, now);
        boolean captain = !found.isEmpty() && found.get(0).role(branch, book) == Role.CAPTAIN;
        if ((captain && !given) || lead == null) {
            return found;
        }
        List<Helper> leads = all.stream()
                .filter(helper -> helper.member() == lead && helper.chat() != chat)
                .toList();
        return leads.isEmpty() ? found : leads;
    }

    /**
     * Whether it is time: once a day, at 18:00 by the clock of who is told, later where that was missed, by day only, and not
     * in quiet hours.
     */
    boolean due(Helper told, QuietHours quiet, Instant now) {
        ZoneId zone = Objects.requireNonNullElse(told.zone(), Schedule.UNKNOWN);
        return !quiet.at(now.atZone(zone).toLocalTime())
                && gathered(zone, now).filter(saidAt::isBefore).isPresent();
    }

    /** The first moment after now at which somebody can be told who cannot be now: in the morning, or when it is gathered. */
    static Instant next(Helper told, Instant now) {
        Instant from = told.quiet(now) ? Objects.requireNonNull(told.quietUntil()) : now;
        ZoneId zone = Objects.requireNonNullElse(told.zone(), Schedule.UNKNOWN);
        ZonedDateTime local = from.atZone(zone);
        LocalTime time = local.toLocalTime();
        if (from.isAfter(now) && !time.isBefore(EARLIEST) && time.isBefore(LATEST)) {
            return from;
        }
        LocalTime hour = !time.isBefore(EARLIEST) && time.isBefore(GATHERED) ? GATHERED : EARLIEST;
        LocalDate day =
                time.isBefore(hour) ? local.toLocalDate() : local.toLocalDate().plusDays(1);
        return WallClock.first(day.atTime(hour), zone);
    }

    private static Optional<Instant> gathered(ZoneId zone, Instant now) {
        ZonedDateTime local = now.atZone(zone);
        LocalTime time = local.toLocalTime();
        if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
            return Optional.empty();
        }
        int back = time.isBefore(GATHERED) ? 1 : 0;
        return Optional.of(WallClock.first(local.toLocalDate().minusDays(back).atTime(GATHERED), zone));
    }
}
