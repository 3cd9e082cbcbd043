package org.branchline.campaign.event.making;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.branchline.campaign.broadcast.composing.Choosing;
import org.branchline.campaign.broadcast.composing.Reach;
import org.branchline.conversation.Outgoing;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;
import org.branchline.roster.Access;
import org.branchline.roster.Deed;

/** {@code /event}: shows what is planned and makes another event; its buttons go on with either. */
@Singleton
class Making implements Command {

    static final String NAME = "event";

    static final Speech SPEECH = Speech.of("making");

    /** In the place of a sketch's number on the buttons of what is planned. */
    static final int NO_SKETCH = 0;

    private static final Pattern PRESSED = Pattern.compile("(\\d{1,12})\\.([a-z]{1,5})(?:\\.([a-z0-9]{1,12}))?");

    private final Planned planned;
    private final Choosing choosing;
    private final Asking asking;
    private final Answering answering;

    Making(Planned planned, Choosing choosing, Asking asking, Answering answering) {
        this.planned = planned;
        this.choosing = choosing;
        this.asking = asking;
        this.answering = answering;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Audience audience() {
        return Audience.CAPTAIN;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        return exchange.access().chain(access -> {
            if (!access.mayAnywhere(Deed.HOST)) {
                exchange.say(SPEECH.say(exchange, "not_for_you"));
                return Uni.createFrom().voidItem();
            }
            Matcher pressed = PRESSED.matcher(argument);
            if (!pressed.matches()) {
                return planned.list(exchange, access, 0)
                        .chain(listed -> listed ? Uni.createFrom().voidItem() : begin(exchange, access));
            }
            long id = Long.parseLong(pressed.group(1));
            String with = Objects.requireNonNullElse(pressed.group(3), "");
            if (id == NO_SKETCH) {
                return pressed.group(2).equals("new")
                        ? begin(exchange, access)
                        : planned.page(exchange, access, Answering.number(with));
            }
            return Sketches.find(exchange).chain(found -> found.filter(sketch -> sketch.id() == id)
                    .map(sketch -> answering.pressed(exchange, access, sketch, pressed.group(2), with))
                    .orElseGet(() -> over(exchange)));
        });
    }

    /** Everybody the maker looks after may sign up, unless they say otherwise. */
    private Uni<Void> begin(Exchange exchange, Access access) {
        return choosing.chosen(exchange, access, "e", "").chain(everyone -> everyone.map(
                        chosen -> begin(exchange, access, new Sketch.Target(chosen.audience(), chosen.whom())))
                .orElseGet(() -> {
                    exchange.say(SPEECH.say(exchange, "not_for_you"));
                    return Uni.createFrom().voidItem();
                }));
    }

    private Uni<Void> begin(Exchange exchange, Access access, Sketch.Target everyone) {
        return Sketches.begin(exchange).chain(id -> {
            Sketch sketch = Sketch.begun(id, Reach.zone(exchange), everyone);
            Sketches.save(exchange, sketch);
            return asking.next(exchange, access, sketch);
        });
    }

    private static Uni<Void> over(Exchange exchange) {
        exchange.say(new Outgoing.Acknowledge(SPEECH.say(exchange, "sketch.over")));
        return Uni.createFrom().voidItem();
    }
}
