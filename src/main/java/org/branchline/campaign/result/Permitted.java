package org.branchline.campaign.result;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.BiFunction;
import org.branchline.intake.Exchange;
import org.branchline.roster.Access;
import org.branchline.roster.Deed;

/** Goes on where the asker may see something of the results, and says so where not. */
final class Permitted {

    private Permitted() {}

    /** @param then gets what the asker may do, and all playbooks, the newest first */
    static Uni<Void> to(Exchange exchange, Deed deed, BiFunction<Access, List<Published>, Uni<Void>> then) {
        return exchange.access().chain(access -> {
            if (!access.mayAnywhere(deed)) {
                exchange.say(ResultsText.SPEECH.say(exchange, "not_for_you"));
                return Uni.createFrom().voidItem();
            }
            return Results.playbooks(exchange::read, exchange.organisation()).chain(all -> then.apply(access, all));
        });
    }
}
