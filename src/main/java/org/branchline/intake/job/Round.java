package org.branchline.intake.job;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.branchline.roster.Bot;

/** Something that a room does by itself, again and again, on every replica. */
public interface Round {

    /** As the log names it. */
    String what();

    /** How long from one to the next. */
    Duration every();

    /** Does what is due now, safe to be done by several replicas at once; the next round comes also where this fails. */
    Uni<Void> work(Bot bot);
}
