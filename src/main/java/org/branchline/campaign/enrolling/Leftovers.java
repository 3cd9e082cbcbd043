package org.branchline.campaign.enrolling;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.branchline.intake.job.Round;
import org.branchline.roster.Bot;

/** Throws away lists that never came to their end, or could not be taken over for a week. */
@Singleton
class Leftovers implements Round {

    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Staging staging;

    Leftovers(Staging staging) {
        this.staging = staging;
    }

    @Override
    public String what() {
        return "lists left behind";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public Uni<Void> work(Bot bot) {
        return staging.giveUpLeftBehind(bot.organisation())
                .chain(ids -> Multi.createFrom()
                        .iterable(ids)
                        .onItem()
                        .transformToUniAndConcatenate(id -> staging.clear(bot.organisation(), id))
                        .collect()
                        .asList())
                .replaceWithVoid();
    }
}
