package org.branchline.campaign.helpdesk;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.intake.Exchange;
import org.branchline.intake.Listening;
import org.branchline.intake.What;

/** Hears what members write to a person, and what is replied to them. */
@Singleton
class Hearing implements Listening {

    private final Drafts drafts;
    private final Offering offering;
    private final Replying replying;

    Hearing(Drafts drafts, Offering offering, Replying replying) {
        this.drafts = drafts;
        this.offering = offering;
        this.replying = replying;
    }

    @Override
    public Uni<Boolean> replied(Exchange exchange, What.Text text) {
        return replying.reply(exchange, text.repliedTo(), text.text());
    }

    @Override
    public Uni<Boolean> between(Exchange exchange, What.Text text) {
        return drafts.find(exchange).flatMap(found -> {
            Drafts.Draft draft = found.filter(Drafts.Draft::awaited)
                    .filter(one -> one.at().plus(Offering.PATIENCE).isAfter(exchange.now()))
                    .orElse(null);
            return draft == null
                    ? Uni.createFrom().item(false)
                    : offering.offer(exchange, draft, text.text()).replaceWith(true);
        });
    }

    @Override
    public Uni<Boolean> unasked(Exchange exchange, What.Text text) {
        return drafts.find(exchange)
                .flatMap(found -> offering.offer(exchange, found.orElse(null), text.text()))
                .replaceWith(true);
    }
}
