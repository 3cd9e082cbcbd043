package org.branchline.campaign.event.hosting;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import org.branchline.campaign.event.EventRights;
import org.branchline.campaign.event.Shift;
import org.branchline.campaign.event.TypedOfShift;
import org.branchline.campaign.event.Typing;
import org.branchline.campaign.event.Typing.Awaited;
import org.branchline.intake.Exchange;

/** Hears whom a host adds, when a shift begins instead and where it is, where they were asked. */
@Singleton
class Hearing implements TypedOfShift {

    private final Guests guests;
    private final Moving moving;
    private final Placing placing;

    Hearing(Guests guests, Moving moving, Placing placing) {
        this.guests = guests;
        this.moving = moving;
        this.placing = placing;
    }

    @Override
    public Set<Awaited> asks() {
        return Set.of(Awaited.GUEST, Awaited.TIME, Awaited.WHERE);
    }

    @Override
    public String command() {
        return Hosting.NAME;
    }

    @Override
    public String stopped(Exchange exchange) {
        return ShiftCard.SPEECH.say(exchange, "stopped");
    }

    @Override
    public Uni<Void> heard(Exchange exchange, Typing.Asked asked, String text) {
        return EventRights.theirs(exchange, asked.shift())
                .chain(theirs -> theirs.map(shift -> take(exchange, shift, asked.what(), text))
                        .orElseGet(() -> {
                            Typing.drop(exchange);
                            return Hosting.refuse(exchange);
                        }));
    }

    private Uni<Void> take(Exchange exchange, Shift shift, Awaited what, String text) {
        return switch (what) {
            case GUEST -> guests.heard(exchange, shift, text);
            case TIME -> moving.heard(exchange, shift, text);
            case WHERE -> placing.heard(exchange, shift, text);
            case ITEM, DECISION, TASK, DUE, LEAD -> throw new IllegalArgumentException("not asked here: " + what);
        };
    }
}
