package org.branchline.campaign.finding;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;

/** {@code /find}: who can do something, in a language, at a time. */
@Singleton
class Finding implements Command {

    static final String NAME = "find";

    private final Offers offers;

    Finding(Offers offers) {
        this.offers = offers;
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
        return Search.allowed(exchange, offers, argument, search -> {
            if (search.wanted().complete()) {
                return search.show(found -> found, "");
            }
            search.ask();
            return Uni.createFrom().voidItem();
        });
    }
}
