package org.branchline.campaign.event.making;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.broadcast.composing.Reach;
import org.branchline.campaign.event.Event;
import org.branchline.campaign.event.HoursText;
import org.branchline.campaign.event.OffHours;
import org.branchline.intake.Exchange;
import org.branchline.roster.Access;
import org.branchline.roster.CalledArea;
import org.branchline.roster.Deed;
import org.branchline.roster.Organisation;
import org.branchline.roster.Organisations;

/** Whether an event can be when it shall be: still to come, and never outside the hours of the area that is called. */
@Singleton
class Timing {

    private final Organisations organisations;

    Timing(Organisations organisations) {
        this.organisations = organisations;
    }

    Organisation organisation(Exchange exchange) {
        return organisations.organisation(exchange.organisation());
    }

    List<CalledArea> areas(Exchange exchange) {
        return CalledArea.all(organisation(exchange));
    }

    Optional<CalledArea> area(Exchange exchange, String key) {
        return CalledArea.find(organisation(exchange), key);
    }

    /** The event as it stands; empty where nobody of its audience is looked after by its maker. */
    Optional<Event> whole(Exchange exchange, Access access, Sketch sketch) {
        return reached(exchange, access, sketch)
                .map(reached -> sketch.whole(organisation(exchange).languages().get(0), reached, exchange.member()));
    }

    private static Optional<Audience> reached(Exchange exchange, Access access, Sketch sketch) {
        return sketch.target()
                .audience()
                .within(access, Deed.HOST, exchange.scene().branches());
    }

    /**
     * What is wrong with its time, in the maker's words; empty where nothing is, or it is not said yet. Every shift of the
     * next year counts, in summer and in winter.
     */
    Optional<String> problem(Exchange exchange, Access access, Sketch sketch) {
        Sketch.Beginning beginning = sketch.beginning();
        if (beginning == null) {
            return Optional.empty();
        }
        if (!TypedBeginning.ahead(beginning, sketch.zone(), exchange.now())) {
            return Optional.of(Making.SPEECH.say(exchange, "when.over"));
        }
        Instant last = exchange.now().plus(TypedBeginning.FURTHEST);
        return area(exchange, sketch.area() == null ? "" : sketch.area()).flatMap(area -> whole(
                        exchange, access, sketch)
                .flatMap(event -> OffHours.first(event, area.hours(), exchange.now(), last))
                .map(begins -> HoursText.of(
                        area, begins, Reach.zone(exchange), exchange.person().language())));
    }
}
