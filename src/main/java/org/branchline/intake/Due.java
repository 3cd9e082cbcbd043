package org.branchline.intake;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.branchline.database.Reads;
import org.branchline.roster.Bot;

/** What falls due in a room by the clock that people see. Nobody asks for it but where that clock is moved. */
public interface Due {

    /**
     * What stands at a moment. It may name a moment at which nothing happens in the end, and must name each at which
     * something does. What a round of its own does as soon as the clock shows it need not be counted as left.
     */
    Uni<Agenda> agenda(Reads reads, Bot bot, Instant now);
}
