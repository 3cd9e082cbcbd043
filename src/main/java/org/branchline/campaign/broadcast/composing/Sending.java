package org.branchline.campaign.broadcast.composing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.broadcast.Broadcasts;
import org.branchline.campaign.broadcast.Draft;
import org.branchline.campaign.broadcast.Started;
import org.branchline.campaign.broadcast.progress.Progress;
import org.branchline.campaign.broadcast.progress.Watched;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.database.Audit;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Speech;
import org.branchline.intake.What;
import org.branchline.roster.Access;

/** Sends what was looked at: once, however often it is pressed; above {@value #MOST_UNASKED} people only when confirmed. */
@Singleton
class Sending {

    /** How many may be written to with one press. */
    static final int MOST_UNASKED = 200;

    private static final Speech SPEECH = Reach.SPEECH;

    private final Reach reach;
    private final Previewing previewing;
    private final Paying paying;
    private final Broadcasts broadcasts;
    private final Progress progress;

    Sending(Reach reach, Previewing previewing, Paying paying, Broadcasts broadcasts, Progress progress) {
        this.reach = reach;
        this.previewing = previewing;
        this.paying = paying;
        this.broadcasts = broadcasts;
        this.progress = progress;
    }

    /** A press on Send below a preview of this edition. */
    Uni<Void> pressed(Exchange exchange, Access access, Composition composition, String edition) {
        if (composition.step().compareTo(Composition.Step.PREVIEW) < 0 || !edition.equals("" + composition.edition())) {
            return previewing.show(exchange, access, composition);
        }
        String wrong = previewing.wrong(exchange, composition.goes());
        if (!wrong.isEmpty()) {
            return refuse(exchange, composition, wrong);
        }
        return reach.count(exchange, access, composition.meant()).chain(counted -> {
            int members = counted.total();
            if (members == 0) {
                return previewing.show(exchange, access, composition);
            }
            if (previewing.moved(exchange, composition, counted)) {
                return lookAgain(exchange, access, composition);
            }
            if (members <= MOST_UNASKED) {
                return send(exchange, access, composition, members, message(exchange))
                        .replaceWithVoid();
            }
            Composition awaiting = composition.awaiting(members, message(exchange));
            Compositions.save(exchange, awaiting);
            Buttons buttons = new Buttons(exchange, composition.id());
            InPlace.say(
                    exchange,
                    SPEECH.say(exchange, "confirm.ask", "number", "" + members)
                            + paying.confirmed(exchange, composition, members),
                    Keyboard.row(buttons.of("text", "t"), buttons.of("stop", "x")));
            return Uni.createFrom().voidItem();
        });
    }

    /** A number that was typed to confirm. */
    Uni<Void> typed(Exchange exchange, Access access, Composition composition, String text) {
        if (!text.strip().replaceAll("[ .,'\u00a0\u202f]", "").equals("" + composition.expected())) {
            Buttons buttons = new Buttons(exchange, composition.id());
            exchange.say(
                    SPEECH.say(exchange, "confirm.wrong", "number", "" + composition.expected()),
                    Keyboard.row(buttons.of("text", "t"), buttons.of("stop", "x")));
            return Uni.createFrom().voidItem();
        }
        return reach.count(exchange, access, composition.meant())
                .chain(counted -> previewing.moved(exchange, composition, counted)
                        ? lookAgain(exchange, access, composition)
                        : confirmed(exchange, access, composition));
    }

    private Uni<Void> confirmed(Exchange exchange, Access access, Composition composition) {
        return send(exchange, access, composition, composition.expected(), composition.message())
                .invoke(sent -> {
                    if (sent && composition.message() > 0) {
                        exchange.say(SPEECH.say(exchange, "confirm.done"));
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> lookAgain(Exchange exchange, Access access, Composition composition) {
        Composition anew = composition.going(composition.going());
        Compositions.save(exchange, anew);
        return previewing.lookAgain(exchange, access, anew);
    }

    private Uni<Void> refuse(Exchange exchange, Composition composition, String wrong) {
        Composition anew = composition.going(composition.going().asked());
        Compositions.save(exchange, anew);
        return Timekeeping.refuse(
                exchange, anew, wrong, previewing.organisation(exchange).quietHours());
    }

    /** Whether it is sent by this. */
    private Uni<Boolean> send(Exchange exchange, Access access, Composition composition, int members, long message) {
        Audience audience = Reach.of(exchange, access, composition.meant()).orElseThrow();
        Draft draft = previewing.draft(exchange, composition, audience);
        return broadcasts
                .begin(
                        exchange::read,
                        previewing.organisation(exchange),
                        exchange.scene().bot(),
                        draft,
                        Composition.key(composition.id()),
                        exchange.member().id(),
                        exchange.now())
                .chain(started -> started.in(new Started.Cases<Uni<Boolean>>() {
                    @Override
                    public Uni<Boolean> accepted(Started.Accepted accepted) {
                        return accepted.fresh()
                                ? follow(exchange, composition, draft, accepted.id(), members, message)
                                        .replaceWith(true)
                                : keyTaken();
                    }

                    @Override
                    public Uni<Boolean> keyTaken() {
                        already(exchange);
                        return Uni.createFrom().item(false);
                    }

                    @Override
                    public Uni<Boolean> tooLate(Started.TooLate late) {
                        String wrong = previewing.wrong(exchange, composition.goes());
                        return refuse(exchange, composition, wrong.isEmpty() ? "when.over" : wrong)
                                .replaceWith(false);
                    }
                }));
    }

    /** It was sent before. */
    private static void already(Exchange exchange) {
        String sent = SPEECH.say(exchange, "composing.sent");
        if (byPress(exchange)) {
            exchange.say(new Outgoing.Acknowledge(sent));
        } else {
            exchange.say(sent);
        }
        Compositions.drop(exchange);
    }

    private Uni<Void> follow(
            Exchange exchange, Composition composition, Draft draft, long broadcast, int members, long message) {
        Audit.record(
                exchange,
                exchange.organisation(),
                "member " + exchange.member().id(),
                "sent a broadcast",
                List.of("broadcast " + broadcast, "recipients " + members));
        Compositions.drop(exchange);
        List<String> labels = draft.actions().getOrDefault(exchange.person().language(), List.of());
        return progress.begin(
                exchange,
                broadcast,
                message,
                new Watched(
                        composition.said().text(),
                        composition.whom(),
                        members,
                        labels,
                        exchange.person().language(),
                        Reach.zone(exchange)));
    }

    private static boolean byPress(Exchange exchange) {
        return Objects.requireNonNull(exchange.arrival()).what() instanceof What.Press;
    }

    private static long message(Exchange exchange) {
        return Objects.requireNonNull(exchange.arrival()).what() instanceof What.Press press ? press.message() : 0;
    }
}
