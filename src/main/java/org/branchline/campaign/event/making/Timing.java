package org.branchline.campaign.event.making;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.broadcast.composing.Reach;
import org.branchline.campaign.event.Ahead;
import org.branchline.campaign.event.Called;
import org.branchline.campaign.event.Event;
import org.branchline.campaign.event.HoursText;
import org.branchline.campaign.event.OffHours;
import org.branchline.campaign.event.Series;
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

    Called called(Exchange exchange, String key) {
        return Called.of(organisation(exchange), key);
    }

    /** How often a series takes place in the next weeks, and when it does not. */
    String times(Exchange exchange, Event event) {
        OffHours.Parted times = Ahead.times(event, called(exchange, event.area()), exchange.now());
        String many = Making.SPEECH.count(exchange, "times", times.kept().size());
        String left = left(exchange, event, times);
        return left.isEmpty() ? many : many + "\n" + left;
    }

    /** Which of the next weeks' shifts are left out, in words; empty where none is. */
    String left(Exchange exchange, Event event) {
        return left(exchange, event, Ahead.times(event, called(exchange, event.area()), exchange.now()));
    }

    private String left(Exchange exchange, Event event, OffHours.Parted times) {
        CalledArea area = called(exchange, event.area()).area();
        String language = exchange.person().language();
        return HoursText.left(
                times.left().stream().map(Series.Begins::at).toList(),
                times.left().size() + times.kept().size(),
                area == null ? "" : area.name(language),
                Reach.zone(exchange),
                language);
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
        String language = exchange.person().language();
        Called called = called(exchange, sketch.area() == null ? "" : sketch.area());
        CalledArea area = called.area();
        if (area == null) {
            return called.unknown() ? Optional.of(HoursText.unknown(called.key(), language)) : Optional.empty();
        }
        Instant last = exchange.now().plus(TypedBeginning.FURTHEST);
        return whole(exchange, access, sketch)
                .flatMap(event -> OffHours.first(event, area.hours(), exchange.now(), last))
                .map(begins -> HoursText.of(area, begins, Reach.zone(exchange), language));
    }
}
