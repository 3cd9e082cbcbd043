package org.branchline.campaign.event.signing;

import io.smallrye.mutiny.Uni;
import java.time.ZoneId;
import java.util.Set;
import org.branchline.calendar.QuietHours;
import org.branchline.campaign.event.Daytime;
import org.branchline.campaign.event.Mine;
import org.branchline.campaign.event.Shift;
import org.branchline.intake.Exchange;

/**
 * Which shifts suit a member by what they said about their time.
 *
 * @param free the parts of the week in which they said they are free; empty where they never said
 */
record Fitting(Set<String> free, ZoneId zone, QuietHours quiet) {

    private static final String AVAILABILITY = """
            select a.value from attribute a
            where a.organisation = $1 and a.member = $2 and a.attribute = 'availability'
            """;

    Fitting {
        free = Set.copyOf(free);
    }

    /** That of this chat's member. */
    static Uni<Fitting> of(Exchange exchange, QuietHours quiet) {
        return exchange.read(
                        AVAILABILITY,
                        exchange.organisation().number(),
                        exchange.member().id())
                .map(rows -> new Fitting(
                        rows.size() == 0
                                ? Set.of()
                                : Set.of(rows.iterator()
                                        .next()
                                        .getString("value")
                                        .split(",")),
                        Mine.zone(exchange),
                        quiet));
    }

    /** Whether it is offered first: in a part of the week they named, or whenever they are awake where they named none. */
    boolean fits(Shift shift) {
        boolean any = free.isEmpty() || free.contains(Daytime.VARIES);
        return any ? !shift.atNight(quiet, zone) : free.contains(Daytime.of(shift.startsAt(), zone));
    }
}
