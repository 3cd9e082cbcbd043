package org.branchline.intake.own;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.roster.Organisations;

/** Begins what every member is asked once; other playbooks are begun by those who run the campaign. */
@Singleton
class Beginning implements Command {

    private final Card card;
    private final Organisations organisations;

    Beginning(Card card, Organisations organisations) {
        this.card = card;
        this.organisations = organisations;
    }

    @Override
    public String name() {
        return "begin";
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        Optional<String> first =
                organisations.organisation(exchange.organisation()).firstPlaybook();
        return first.filter(argument::equals).isPresent() ? exchange.begin(argument) : card.show(exchange);
    }
}
