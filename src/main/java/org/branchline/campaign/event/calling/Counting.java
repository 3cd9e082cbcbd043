package org.branchline.campaign.event.calling;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.branchline.campaign.event.Mine;
import org.branchline.campaign.event.Pressed;
import org.branchline.campaign.event.Shift;
import org.branchline.campaign.event.Standing;
import org.branchline.campaign.helpdesk.Asking;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.OpenRun;
import org.branchline.intake.Speech;

/** A press that counts a call, says how many there were, or how it was; only of a shift in which one has a place. */
@Singleton
class Counting implements Command {

    private static final Speech SPEECH = TallyText.SPEECH;
    private static final int MOST_CALLS = 9_999;

    /** Whoever was in a shift may still count for so long after it. */
    private static final Duration LATE = Duration.ofDays(3);

    private final Asking asking;

    Counting(Asking asking) {
        this.asking = asking;
    }

    @Override
    public String name() {
        return TallyText.COMMAND;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        return Pressed.read(argument)
                .filter(pressed -> pressed.number() <= MOST_CALLS)
                .map(pressed -> Mine.find(exchange, pressed.shift()).chain(found -> found.filter(
                                mine -> mine.standing() == Standing.HELD && counts(exchange, mine.shift()))
                        .map(mine -> act(exchange, mine.shift(), pressed.deed(), (int) pressed.number()))
                        .orElseGet(() -> gone(exchange))))
                .orElseGet(() -> gone(exchange));
    }

    /** Not before it begins, and not for ever. */
    private static boolean counts(Exchange exchange, Shift shift) {
        return shift.open()
                && shift.begun(exchange.now())
                && shift.endsAt().plus(LATE).isAfter(exchange.now());
    }

    private Uni<Void> act(Exchange exchange, Shift shift, String deed, int number) {
        Optional<Outcome> outcome = Outcome.of(deed);
        if (outcome.isPresent()) {
            Tallies.count(exchange, shift.id(), outcome.get());
            return Tallies.mine(exchange, shift.id())
                    .map(before -> before.one(outcome.get()))
                    .chain(tally -> outcome.get() == Outcome.CALL_BACK
                            ? asked(exchange, shift, tally)
                            : card(exchange, shift, tally));
        }
        Optional<CallBack> when = CallBack.of(deed);
        if (when.isPresent()) {
            return Tallies.callBack(exchange, shift.id(), when.get()).chain(tally -> card(exchange, shift, tally));
        }
        return switch (deed) {
            case "x" -> Tallies.takeBack(exchange, shift.id()).chain(tally -> card(exchange, shift, tally));
            case "c" -> {
                Tallies.calls(exchange, shift.id(), number);
                yield number == 0
                        ? feel(exchange, shift)
                        : said(
                                exchange,
                                SPEECH.count(exchange, "ask.contacts", number),
                                TallyText.roughly(
                                        shift, "t", number, exchange.person().language()));
            }
            case "t" -> {
                Tallies.contacts(exchange, shift.id(), number);
                yield feel(exchange, shift);
            }
            case "k" -> feel(exchange, shift);
            case "h" ->
                asking.about(exchange, shift.event().title(exchange.person().language()));
            default ->
                Feeling.of(deed).map(feeling -> felt(exchange, shift, feeling)).orElseGet(() -> Tallies.mine(
                                exchange, shift.id())
                        .chain(tally -> card(exchange, shift, tally)));
        };
    }

    private static Uni<Void> felt(Exchange exchange, Shift shift, Feeling feeling) {
        Tallies.felt(exchange, shift.id(), feeling);
        return said(
                exchange,
                SPEECH.say(exchange, "felt." + feeling.column()),
                Keyboard.row(TallyText.button(shift, exchange.person().language(), "note", "h")));
    }

    /** The debrief that was chosen, in messages of its own, else how it was. */
    private static Uni<Void> feel(Exchange exchange, Shift shift) {
        return Debrief.of(exchange, shift).chain(debrief -> {
            if (debrief.isEmpty()) {
                return said(
                        exchange,
                        SPEECH.say(exchange, "ask.felt"),
                        TallyText.feelings(shift, exchange.person().language()));
            }
            InPlace.say(exchange, SPEECH.say(exchange, "one_more"), Keyboard.NONE);
            OpenRun front = exchange.front();
            return front != null && front.playbook().equals(debrief.get())
                    ? exchange.resume(front.id())
                    : exchange.begin(debrief.get());
        });
    }

    private static Uni<Void> asked(Exchange exchange, Shift shift, Tally tally) {
        String language = exchange.person().language();
        return said(
                exchange,
                TallyText.card(shift, tally, language) + "\n\n" + SPEECH.say(exchange, "ask.when"),
                TallyText.when(shift, tally, language));
    }

    private static Uni<Void> card(Exchange exchange, Shift shift, Tally tally) {
        String language = exchange.person().language();
        return said(exchange, TallyText.card(shift, tally, language), TallyText.counting(shift, tally, language));
    }

    private static Uni<Void> gone(Exchange exchange) {
        return said(exchange, SPEECH.say(exchange, "gone"), Keyboard.NONE);
    }

    private static Uni<Void> said(Exchange exchange, String text, Keyboard keyboard) {
        InPlace.say(exchange, text, keyboard);
        return Uni.createFrom().voidItem();
    }
}
