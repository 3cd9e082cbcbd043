package org.branchline.intake.job;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.branchline.database.Reads;
import org.branchline.delivery.Mornings;
import org.branchline.intake.Agenda;
import org.branchline.intake.Due;
import org.branchline.roster.Bot;

/** Lets letters go that were held for the night. */
@Singleton
class ByDay implements Round, Due {

    private final Mornings mornings;

    ByDay(Mornings mornings) {
        this.mornings = mornings;
    }

    @Override
    public String what() {
        return "what waits for the day";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Uni<Void> work(Bot bot) {
        return mornings.letGo(bot);
    }

    /** What is due goes in the round of that moment. */
    @Override
    public Uni<Agenda> agenda(Reads reads, Bot bot, Instant now) {
        return mornings.next(reads, bot, now).map(next -> new Agenda(0, next));
    }
}
