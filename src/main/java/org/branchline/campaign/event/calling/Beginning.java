package org.branchline.campaign.event.calling;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.campaign.event.Mine;
import org.branchline.intake.Exchange;
import org.branchline.intake.job.OneByOne;

/** As a phone bank begins everybody gets the link and the card on which they count. */
@Singleton
class Beginning extends Around {

    Beginning(OneByOne oneByOne) {
        super(oneByOne, "begun_at", "e.kind = 'phone_bank' and s.starts_at <= $3 and s.ends_at > $3", "starts_at");
    }

    @Override
    public String what() {
        return "phone banks that begin";
    }

    @Override
    Uni<Void> say(Exchange exchange, Mine mine) {
        String language = exchange.person().language();
        String link = mine.shift().event().link();
        String head = TallyText.SPEECH.say(
                        exchange, "begins", "name", exchange.person().name())
                + (link.isEmpty() ? "" : "\n" + link);
        send(
                exchange,
                head + "\n" + TallyText.SPEECH.say(exchange, "how") + "\n\n"
                        + TallyText.card(mine.shift(), Tally.NONE, language),
                TallyText.counting(mine.shift(), Tally.NONE, language));
        return Uni.createFrom().voidItem();
    }
}
