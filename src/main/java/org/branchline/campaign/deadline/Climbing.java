package org.branchline.campaign.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.branchline.calendar.LadderBefore;
import org.branchline.calendar.QuietHours;
import org.branchline.campaign.occurrence.Plan;
import org.branchline.campaign.occurrence.Planned;

/**
 * When what of a deadline is said where: its rungs, that it was moved, that it is over. Each carries the edition in its
 * name, so that all of it is said anew of a deadline that was moved.
 */
final class Climbing {

    static final String MOVED = "moved";
    static final String OVER = "over";

    /** A rung that is later than that is passed over: the next one says the same. */
    private static final Duration LATE = Duration.ofHours(12);

    private static final Duration NEWS = Duration.ofDays(2);
    private static final Duration OLD = Duration.ofDays(7);

    private static final List<ZoneId> ZONES =
            ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();

    private Climbing() {}

    /** What falls due of it in a stretch of time, in all zones there are. */
    static Plan plan(Deadline deadline, QuietHours quiet, Instant from, Instant until) {
        List<Planned> within = new ArrayList<>();
        boolean over = true;
        for (ZoneId zone : ZONES) {
            for (Planned planned : in(zone, deadline, quiet)) {
                over &= planned.due().isBefore(until);
                if (!planned.due().isBefore(from) && planned.due().isBefore(until)) {
                    within.add(planned);
                }
            }
        }
        return new Plan(within, over);
    }

    /** All of it in one zone. */
    static List<Planned> in(ZoneId zone, Deadline deadline, QuietHours quiet) {
        Instant made = deadline.madeAt();
        Instant over = deadline.due().in(zone);
        boolean news = deadline.told() && made.isBefore(over);
        List<Planned> all = new ArrayList<>();
        if (news) {
            all.add(new Planned(name(MOVED, deadline), zone, made, earlier(made.plus(NEWS), over)));
        }
        for (LadderBefore.Step step : deadline.ladder().in(zone, deadline.due(), quiet, made)) {
            // Whoever hears that it was moved hears until when.
            if (!news || step.at().isAfter(made)) {
                String rung = step.rung().toString();
                all.add(new Planned(
                        name(rung, deadline), zone, step.at(), earlier(step.at().plus(LATE), over)));
            }
        }
        all.add(new Planned(name(OVER, deadline), zone, over, over.plus(OLD)));
        return all;
    }

    private static String name(String what, Deadline deadline) {
        return what + "@" + deadline.edition();
    }

    /** Whether an occurrence is one of this edition. */
    static boolean current(String occurrence, Deadline deadline) {
        return deadline.open() && occurrence.endsWith("@" + deadline.edition());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
