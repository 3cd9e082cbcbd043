package org.branchline.campaign.result;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import org.branchline.campaign.audience.Audience;
import org.branchline.intake.Exchange;
import org.branchline.roster.Access;

/** A message to many that is laid before somebody, who changes it, sends it or leaves it. */
public interface Proposal {

    /**
     * Shows it as its readers would see it; nothing goes before it is confirmed there.
     *
     * @param access what whoever looks at it may do
     * @param whom the audience in their words
     * @param texts by language, one at least in the organisation's first
     */
    Uni<Void> lay(Exchange exchange, Access access, Audience audience, String whom, Map<String, String> texts);
}
