package org.branchline.campaign.event.hosting;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.campaign.event.Shift;
import org.branchline.intake.Exchange;
import org.branchline.intake.Listening;
import org.branchline.intake.What;

/** Hears whom a host adds, when a shift begins instead and where it is, where they were asked. */
@Singleton
class Hearing implements Listening {

    private final Guests guests;
    private final Moving moving;
    private final Placing placing;

    Hearing(Guests guests, Moving moving, Placing placing) {
        this.guests = guests;
        this.moving = moving;
        this.placing = placing;
    }

    @Override
    public boolean asked() {
        return true;
    }

    /** Before what is written at leisure: this was asked for just now. */
    @Override
    public int turn() {
        return 0;
    }

    /** Whoever does something else meanwhile does not mean the shift with what they type next. */
    @Override
    public void elsewhere(Exchange exchange, String command) {
        if (exchange.scene().member() != null && !command.equals(Hosting.NAME)) {
            Typing.drop(exchange);
        }
    }

    @Override
    public Uni<Boolean> cancelled(Exchange exchange) {
        return Typing.find(exchange).map(found -> {
            if (found.isPresent()) {
                Typing.drop(exchange);
                exchange.say(ShiftCard.SPEECH.say(exchange, "stopped"));
            }
            return found.isPresent();
        });
    }

    @Override
    public Uni<Boolean> replied(Exchange exchange, What.Text text) {
        return Uni.createFrom().item(false);
    }

    @Override
    public Uni<Boolean> between(Exchange exchange, What.Text text) {
        return unasked(exchange, text);
    }

    @Override
    public Uni<Boolean> unasked(Exchange exchange, What.Text text) {
        return Typing.find(exchange).chain(found -> found.map(asked -> Hosting.theirs(exchange, asked.shift())
                        .chain(theirs -> theirs.map(shift -> take(exchange, shift, asked.what(), text.text()))
                                .orElseGet(() -> {
                                    Typing.drop(exchange);
                                    return Hosting.refuse(exchange);
                                }))
                        .replaceWith(true))
                .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Void> take(Exchange exchange, Shift shift, Typing.Awaited what, String text) {
        return switch (what) {
            case GUEST -> guests.heard(exchange, shift, text);
            case TIME -> moving.heard(exchange, shift, text);
            case WHERE -> placing.heard(exchange, shift, text);
        };
    }
}
