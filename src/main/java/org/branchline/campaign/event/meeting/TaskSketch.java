package org.branchline.campaign.event.meeting;

import java.time.Instant;
import java.time.LocalDate;
import org.branchline.calendar.Deadline;
import org.branchline.calendar.Deadline.EndOf;
import org.branchline.calendar.Deadline.Moment;
import org.branchline.campaign.event.Mine;
import org.branchline.campaign.event.Shift;
import org.branchline.campaign.event.Typing;
import org.branchline.intake.Exchange;

/** What is to be done and by when, while it is asked who leads it. */
record TaskSketch(String said, Deadline due) {

    static TaskSketch of(Typing.Asked asked) {
        String due = asked.due();
        return new TaskSketch(
                asked.said(), due.contains("T") ? new Moment(Instant.parse(due)) : new EndOf(LocalDate.parse(due)));
    }

    /** The same, kept until that is pressed. */
    void await(Exchange exchange, Shift shift) {
        String written = due instanceof Moment moment
                ? moment.at().toString()
                : ((EndOf) due).day().toString();
        Typing.await(exchange, new Typing.Asked(shift.id(), Typing.Awaited.LEAD, said, written));
    }

    /** By when, as this chat's member reads it. */
    String by(Exchange exchange) {
        return org.branchline.campaign.deadline.Deadline.by(
                due, Mine.zone(exchange), exchange.person().language());
    }
}
