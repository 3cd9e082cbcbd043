package org.branchline.campaign.event.meeting;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.campaign.event.Pressed;
import org.branchline.campaign.event.Shift;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;

/** A press below what is said of a meeting; who may is asked each time. */
@Singleton
class Pressing implements Command {

    private final Tasks tasks;

    Pressing(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public String name() {
        return Meeting.COMMAND;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        return Pressed.read(argument)
                .map(pressed -> Seat.of(exchange, pressed.shift())
                        .chain(found -> found.map(seat -> act(exchange, seat, pressed.deed(), pressed.number()))
                                .orElseGet(() -> gone(exchange))))
                .orElseGet(() -> gone(exchange));
    }

    private Uni<Void> act(Exchange exchange, Seat seat, String deed, long number) {
        return switch (deed) {
            case Meeting.PUT_ON -> OnAgenda.ask(exchange, seat);
            case Meeting.TAKE_OFF -> OnAgenda.takeOff(exchange, seat, number);
            case Meeting.AGENDA -> OnAgenda.show(exchange, seat, number);
            default ->
                seat.host()
                        ? Noting.open(exchange, seat.shift(), () -> note(exchange, seat.shift(), deed, number))
                        : gone(exchange);
        };
    }

    private Uni<Void> note(Exchange exchange, Shift shift, String deed, long number) {
        return switch (deed) {
            case Meeting.DECISIONS -> Noting.ask(exchange, shift);
            case Meeting.UNDECIDE -> Noting.undo(exchange, shift, number);
            case Meeting.TASKS -> tasks.ask(exchange, shift);
            case Meeting.UNTASK -> tasks.undo(exchange, shift, number);
            case Meeting.LEADS -> tasks.leads(exchange, shift, number);
            case Meeting.LEAD -> tasks.put(exchange, shift, number);
            case Meeting.DONE -> Noting.overview(exchange, shift);
            case Meeting.MINUTES -> Minutes.preview(exchange, shift);
            case Meeting.SEND -> Minutes.send(exchange, shift, number);
            default -> gone(exchange);
        };
    }

    static Uni<Void> gone(Exchange exchange) {
        InPlace.say(exchange, Meeting.SPEECH.say(exchange, "gone"), Keyboard.NONE);
        return Uni.createFrom().voidItem();
    }
}
