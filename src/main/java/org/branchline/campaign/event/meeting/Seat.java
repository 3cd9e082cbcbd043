package org.branchline.campaign.event.meeting;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.branchline.campaign.event.EventRights;
import org.branchline.campaign.event.Mine;
import org.branchline.campaign.event.Shift;
import org.branchline.campaign.event.Standing;
import org.branchline.intake.Exchange;

/**
 * A meeting as this chat's member stands to it: they see to it, or have a place, or both.
 *
 * @param host whether they see to it
 * @param place whether they have a place
 */
record Seat(Shift shift, boolean host, boolean place) {

    /** The one of this number; empty where it is no meeting of theirs. */
    static Uni<Optional<Seat>> of(Exchange exchange, long shift) {
        return Uni.combine()
                .all()
                .unis(EventRights.theirs(exchange, shift), Mine.asked(exchange, shift))
                .asTuple()
                .map(found -> {
                    Optional<Shift> hosted = found.getItem1();
                    Optional<Shift> held = found.getItem2()
                            .filter(mine -> mine.standing() == Standing.HELD)
                            .map(Mine::shift);
                    return hosted.or(() -> held)
                            .filter(Meeting::is)
                            .map(meeting -> new Seat(meeting, hosted.isPresent(), held.isPresent()));
                });
    }
}
