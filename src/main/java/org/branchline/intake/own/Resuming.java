package org.branchline.intake.own;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;

/** Goes on with an open run of this chat. */
@Singleton
class Resuming implements Command {

    private static final String OPEN = """
            select 1 from run where organisation = $1 and bot = $2 and chat = $3 and id = $4
              and stage in ('asking', 'summary', 'waiting')
            """;

    private final Card card;

    Resuming(Card card) {
        this.card = card;
    }

    @Override
    public String name() {
        return "resume";
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        if (!argument.matches("\\d{1,18}")) {
            return card.show(exchange);
        }
        long run = Long.parseLong(argument);
        return exchange.read(
                        OPEN,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        exchange.scene().chat(),
                        run)
                .chain(rows -> rows.size() == 0 ? card.show(exchange) : exchange.resume(run));
    }
}
