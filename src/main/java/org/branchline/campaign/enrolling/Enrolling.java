package org.branchline.campaign.enrolling;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.branchline.database.OrganisationId;
import org.branchline.roster.Bot;
import org.branchline.roster.Organisation;
import org.branchline.roster.city.Cities;
import org.jboss.logging.Logger;

/** Brings in the people of a list: all of them, or nobody. */
@Singleton
public class Enrolling {

    private static final Logger LOG = Logger.getLogger(Enrolling.class);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** For taking over all of a list, a page of which takes some hundredths of a second. */
    private static final Duration LONG_PATIENCE = Duration.ofMinutes(30);

    private final Knowing knowing;
    private final Staging staging;
    private final TakingOver takingOver;

    Enrolling(Knowing knowing, Staging staging, TakingOver takingOver) {
        this.knowing = knowing;
        this.staging = staging;
        this.takingOver = takingOver;
    }

    /**
     * Reads a list and takes it over; blocks, so it is for a worker thread. However it ends, a list that was not accepted
     * as a whole leaves nothing, and the same list again changes nothing.
     *
     * @throws IOException where the list did not come to its end
     */
    public Enrolled enrol(Organisation organisation, Bot bot, Lines lines) throws IOException {
        OrganisationId id = organisation.id();
        Known known = now(knowing.of(organisation));
        long list = now(staging.begin(bot));
        boolean accepted = false;
        try {
            Reading reading =
                    new Reading(known, new Places(Cities.bundled()), lines, page -> now(staging.stage(id, list, page)));
            List<String> problems = reading.all();
            if (problems.isEmpty()) {
                now(staging.nameless(id, list, Reading.MOST_PROBLEMS))
                        .forEach(
                                line -> problems.add(lines.place(line) + ": name: is missing; a new member needs one"));
            }
            if (problems.isEmpty()) {
                accepted = now(staging.accept(id, list, reading.members()));
                if (!accepted) {
                    problems.add(Reading.TOO_SLOW);
                }
            }
            return accepted ? takingOver.all(id, list).await().atMost(LONG_PATIENCE) : new Enrolled.Refused(problems);
        } finally {
            if (!accepted) {
                discard(id, list);
            }
        }
    }

    /** Where this fails too, the next look for leftovers does it. */
    private void discard(OrganisationId organisation, long list) {
        staging.discard(organisation, list)
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.debugf(
                                "a list is thrown away later: %s",
                                failure.getClass().getName()));
    }

    private static <T> T now(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
