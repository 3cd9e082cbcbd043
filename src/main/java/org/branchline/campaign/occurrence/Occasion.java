package org.branchline.campaign.occurrence;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.branchline.database.OrganisationId;
import org.branchline.database.Reads;

/** A kind of thing that has a schedule: deadlines with their rungs, prompts. */
public interface Occasion {

    /** As it stands in {@code schedule.kind}. */
    String kind();

    /**
     * What of one falls due, in every zone there is. What it reads arrives on a worker thread, where it may compute for long.
     *
     * @param subject its number, as its schedule was opened with
     * @param from the first instant that counts
     * @param until the first that does not count any more
     */
    Uni<Plan> plan(Reads database, OrganisationId organisation, long subject, Instant from, Instant until);

    /** It falls due; possibly told twice. */
    Uni<Void> falls(OrganisationId organisation, long subject, Fallen fallen);

    /** It fell due and was passed over: too late, or a later one of the same schedule fell due meanwhile. */
    Uni<Void> passed(OrganisationId organisation, long subject, Fallen fallen);
}
