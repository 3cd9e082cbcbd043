package org.branchline.campaign.helpdesk;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.branchline.intake.Exchange;

/** Brings what a member wrote elsewhere to one person, because the member asked for that. */
@Singleton
public class Bringing {

    private final Drafts drafts;

    Bringing(Drafts drafts) {
        this.drafts = drafts;
    }

    /**
     * Passes a text on as a question to a person, who answers it like any other.
     *
     * @return the name of whoever gets it; empty where nobody is there to
     */
    public Uni<Optional<String>> bring(Exchange exchange, String text) {
        String whole = text.length() > Question.LONGEST ? text.substring(0, Question.LONGEST) : text;
        return Offering.helpers(exchange).flatMap(helpers -> {
            if (helpers.isEmpty()) {
                return Uni.createFrom().item(Optional.empty());
            }
            Helper first = helpers.get(0);
            return drafts.offer(exchange, whole)
                    .invoke(id -> Passing.bring(
                            exchange, drafts, new Drafts.Draft(id, whole, "", exchange.now()), List.of(first)))
                    .map(id -> Optional.of(first.name()));
        });
    }
}
