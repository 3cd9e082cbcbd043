package org.branchline.campaign.broadcast.progress;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.branchline.campaign.broadcast.Broadcasts;
import org.branchline.conversation.Outgoing;
import org.branchline.database.Audit;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Speech;
import org.branchline.roster.Access;
import org.branchline.roster.Deed;

/** The buttons below a broadcast's progress: whoever sent it, or may write to everybody, stops it and lets it go on. */
@Singleton
class Steering implements Command {

    private static final Speech SPEECH = Speech.of("broadcast");
    private static final Pattern DEED = Pattern.compile("(cancel|pause|on|free|again)\\.(\\d{1,18})");

    private static final String FIND =
            "select created_by from broadcast where organisation = $1 and bot = $2 and id = $3";

    private final Broadcasts broadcasts;

    Steering(Broadcasts broadcasts) {
        this.broadcasts = broadcasts;
    }

    @Override
    public String name() {
        return ProgressText.STEER;
    }

    @Override
    public Audience audience() {
        return Audience.CAPTAIN;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        Matcher pressed = DEED.matcher(argument);
        if (!pressed.matches()) {
            return refuse(exchange, "composing.over");
        }
        long id = Long.parseLong(pressed.group(2));
        String deed = pressed.group(1);
        return Uni.combine()
                .all()
                .unis(
                        exchange.access(),
                        exchange.read(
                                FIND,
                                exchange.organisation().number(),
                                exchange.scene().bot().id(),
                                id))
                .asTuple()
                .chain(found -> {
                    if (found.getItem2().size() == 0
                            || !may(
                                    exchange,
                                    found.getItem1(),
                                    found.getItem2().iterator().next())) {
                        return refuse(exchange, "not_for_you");
                    }
                    return steer(exchange, deed, id).chain(() -> show(exchange, id));
                });
    }

    private static boolean may(Exchange exchange, Access access, Row broadcast) {
        Long by = broadcast.getLong("created_by");
        boolean own = by != null && by == exchange.member().id() && access.mayAnywhere(Deed.BROADCAST);
        return own || access.may(Deed.BROADCAST, null);
    }

    private Uni<Void> steer(Exchange exchange, String deed, long id) {
        Uni<Void> done =
                switch (deed) {
                    case "cancel" -> broadcasts.cancel(exchange::read, exchange.organisation(), id);
                    case "pause" -> broadcasts.pause(exchange::read, exchange.organisation(), id);
                    case "on" -> broadcasts.goOn(exchange::read, exchange.organisation(), id);
                    case "free" -> broadcasts.goOnForFree(exchange::read, exchange.organisation(), id);
                    default -> broadcasts.resendUncertain(exchange::read, exchange.organisation(), id, exchange.now());
                };
        String what =
                switch (deed) {
                    case "cancel" -> "ended a broadcast";
                    case "pause" -> "paused a broadcast";
                    case "on" -> "let a broadcast go on";
                    case "free" -> "let a broadcast go on for free";
                    default -> "sent what was uncertain of a broadcast again";
                };
        return done.invoke(() -> Audit.record(
                exchange,
                exchange.organisation(),
                "member " + exchange.member().id(),
                what,
                List.of("broadcast " + id)));
    }

    /** The message changes with the press. */
    private Uni<Void> show(Exchange exchange, long id) {
        return Uni.combine()
                .all()
                .unis(
                        exchange.read(Progress.ONE, exchange.organisation().number(), id),
                        broadcasts.counts(exchange::read, exchange.organisation(), id, exchange.now()))
                .asTuple()
                .invoke(found -> found.getItem2().ifPresent(counts -> {
                    if (found.getItem1().size() == 0) {
                        exchange.say(new Outgoing.Acknowledge(SPEECH.say(exchange, "steered")));
                        return;
                    }
                    Row row = found.getItem1().iterator().next();
                    ProgressText progress = new ProgressText(Progress.watched(row), counts, exchange.now());
                    InPlace.say(exchange, progress.text(), progress.keyboard());
                    exchange.write(Progress.SHOWN, exchange.organisation().number(), id, progress.text(), 0L);
                }))
                .replaceWithVoid();
    }

    private static Uni<Void> refuse(Exchange exchange, String key) {
        exchange.say(new Outgoing.Acknowledge(SPEECH.say(exchange, key)));
        return Uni.createFrom().voidItem();
    }
}
