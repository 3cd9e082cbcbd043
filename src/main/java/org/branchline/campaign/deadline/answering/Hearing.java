package org.branchline.campaign.deadline.answering;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.campaign.deadline.Telling;
import org.branchline.intake.Exchange;
import org.branchline.intake.Expecting;

/** Hears why somebody cannot, where they were asked. */
@Singleton
class Hearing implements Expecting {

    /** Characters of a reason: several stand in one message. */
    static final int LONGEST = 300;

    private final Reasons reasons;

    Hearing(Reasons reasons) {
        this.reasons = reasons;
    }

    @Override
    public Uni<Boolean> heard(Exchange exchange, String text) {
        return Answers.awaited(exchange).map(found -> found.map(deadline -> {
                    take(exchange, deadline, text.strip());
                    return true;
                })
                .orElse(false));
    }

    private void take(Exchange exchange, long deadline, String reason) {
        if (reason.length() > LONGEST) {
            exchange.say(Telling.SPEECH.say(exchange, "why.too_long", "most", "" + LONGEST));
            return;
        }
        Answers.reason(
                exchange,
                deadline,
                reasons.seal(exchange.organisation(), deadline, exchange.scene().chat(), reason));
        exchange.say(Telling.SPEECH.say(exchange, "why.noted"));
    }
}
