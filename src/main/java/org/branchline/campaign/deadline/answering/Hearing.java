package org.branchline.campaign.deadline.answering;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.campaign.deadline.Telling;
import org.branchline.intake.Exchange;
import org.branchline.intake.Listening;
import org.branchline.intake.What;

/** Hears why somebody cannot, where they were asked. */
@Singleton
class Hearing implements Listening {

    /** Characters of a reason: several stand in one message. */
    static final int LONGEST = 300;

    private final Reasons reasons;

    Hearing(Reasons reasons) {
        this.reasons = reasons;
    }

    @Override
    public boolean asked() {
        return true;
    }

    @Override
    public Uni<Boolean> replied(Exchange exchange, What.Text text) {
        return Uni.createFrom().item(false);
    }

    @Override
    public Uni<Boolean> between(Exchange exchange, What.Text text) {
        return heard(exchange, text.text());
    }

    @Override
    public Uni<Boolean> unasked(Exchange exchange, What.Text text) {
        return heard(exchange, text.text());
    }

    private Uni<Boolean> heard(Exchange exchange, String text) {
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
