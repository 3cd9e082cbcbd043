package org.branchline.campaign.event.meeting;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Set;
import org.branchline.campaign.event.TypedOfShift;
import org.branchline.campaign.event.Typing;
import org.branchline.campaign.event.Typing.Awaited;
import org.branchline.intake.Exchange;

/** Hears what shall be talked about at a meeting, what was decided and what is to be done, where they were asked. */
@Singleton
class Hearing implements TypedOfShift {

    private final Tasks tasks;

    Hearing(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public Set<Awaited> asks() {
        return EnumSet.range(Awaited.ITEM, Awaited.LEAD);
    }

    @Override
    public String command() {
        return Meeting.COMMAND;
    }

    @Override
    public String stopped(Exchange exchange) {
        return Meeting.SPEECH.say(exchange, "stopped");
    }

    @Override
    public Uni<Void> heard(Exchange exchange, Typing.Asked asked, String text) {
        boolean item = asked.what() == Awaited.ITEM;
        return Seat.of(exchange, asked.shift()).chain(found -> found.filter(seat -> item || seat.host())
                .map(seat -> item
                        ? OnAgenda.heard(exchange, seat, text)
                        : Noting.open(exchange, seat.shift(), () -> note(exchange, seat, asked, text)))
                .orElseGet(() -> {
                    Typing.drop(exchange);
                    return Pressing.gone(exchange);
                }));
    }

    private Uni<Void> note(Exchange exchange, Seat seat, Typing.Asked asked, String text) {
        return asked.what() == Awaited.DECISION
                ? Noting.heard(exchange, seat.shift(), text)
                : tasks.heard(exchange, seat.shift(), asked, text);
    }
}
