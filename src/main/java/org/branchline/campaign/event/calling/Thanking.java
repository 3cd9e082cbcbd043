package org.branchline.campaign.event.calling;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.campaign.event.Mine;
import org.branchline.campaign.event.Shift;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Exchange;
import org.branchline.intake.job.OneByOne;

/** After a shift: thanks, what all of it came to, and how it was, in one message; not half a day later. */
@Singleton
class Thanking extends Around {

    Thanking(OneByOne oneByOne) {
        super(
                oneByOne,
                "thanked_at",
                "s.ends_at <= $3 and s.ends_at > $3::timestamptz - interval '12 hours'",
                "ends_at");
    }

    @Override
    public String what() {
        return "shifts that ended";
    }

    @Override
    Uni<Void> say(Exchange exchange, Mine mine) {
        Shift shift = mine.shift();
        return Tallies.mine(exchange, shift.id())
                .chain(own -> Tallies.total(exchange, shift.id()).chain(all -> {
                    String language = exchange.person().language();
                    String thanks = TallyText.thanks(shift, exchange.person().name(), all, language);
                    return TallyText.countedNothing(shift, own)
                            ? asked(exchange, thanks, "ask.calls", TallyText.calls(shift, language))
                            : Debrief.of(exchange, shift).chain(debrief -> debrief.map(
                                            playbook -> debrief(exchange, shift, playbook, thanks))
                                    .orElseGet(() ->
                                            asked(exchange, thanks, "ask.felt", TallyText.feelings(shift, language))));
                }));
    }

    private static Uni<Void> asked(Exchange exchange, String thanks, String key, Keyboard keyboard) {
        send(exchange, thanks + "\n\n" + TallyText.SPEECH.say(exchange, key), keyboard);
        return Uni.createFrom().voidItem();
    }

    /** Its first question with the thanks, unless they are in the middle of something: then a button asks it. */
    private static Uni<Void> debrief(Exchange exchange, Shift shift, String playbook, String thanks) {
        if (exchange.front() == null) {
            return exchange.begin(playbook, thanks);
        }
        send(
                exchange,
                thanks,
                Keyboard.row(TallyText.button(shift, exchange.person().language(), "felt", "k")));
        return Uni.createFrom().voidItem();
    }
}
