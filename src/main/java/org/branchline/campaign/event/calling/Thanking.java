package org.branchline.campaign.event.calling;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.campaign.event.Mine;
import org.branchline.database.Clock;
import org.branchline.intake.Exchange;
import org.branchline.intake.job.OneByOne;

/** After a shift: thanks, what all of it came to, and how it was, in one message; not half a day later. */
@Singleton
class Thanking extends Around {

    Thanking(OneByOne oneByOne, Clock clock) {
        super(
                oneByOne,
                clock,
                "thanked_at",
                "s.ends_at <= $3 and s.ends_at > $3::timestamptz - interval '12 hours'",
                "ends_at");
    }

    @Override
    public String what() {
        return "shifts that ended";
    }

    @Override
    Uni<Said> say(Exchange exchange, Mine mine) {
        long shift = mine.shift().id();
        String language = exchange.person().language();
        return Tallies.mine(exchange, shift).chain(own -> Tallies.total(exchange, shift)
                .map(all -> new Said(
                        TallyText.thanks(mine.shift(), exchange.person().name(), own, all, language),
                        TallyText.after(mine.shift(), own, language))));
    }
}
