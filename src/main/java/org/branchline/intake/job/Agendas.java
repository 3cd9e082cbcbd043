package org.branchline.intake.job;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.branchline.database.Transactions;
import org.branchline.delivery.Outbox;
import org.branchline.intake.Agenda;
import org.branchline.intake.Due;
import org.branchline.roster.Bot;

/** What stands in all rooms together. */
@Singleton
public class Agendas {

    /** All is asked of the same moment, so that nothing is overlooked that is handed on meanwhile. */
    private static final String ONE_MOMENT = "set transaction isolation level repeatable read";

    private final Transactions transactions;
    private final Jobs jobs;
    private final Instance<Due> rooms;
    private final Outbox outbox;

    Agendas(Transactions transactions, Jobs jobs, Instance<Due> rooms, Outbox outbox) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.rooms = rooms;
        this.outbox = outbox;
    }

    /** What stands at a moment: jobs, what the rooms hold, what is to be sent. */
    public Uni<Agenda> of(Bot bot, Instant now) {
        return transactions.inTransaction(bot.organisation(), tx -> tx.query(ONE_MOMENT)
                .chain(() -> jobs.left(tx::query, bot))
                .flatMap(left -> Multi.createFrom()
                        .iterable(rooms)
                        .onItem()
                        .transformToUniAndConcatenate(room -> room.agenda(tx::query, bot, now))
                        .collect()
                        .in(() -> new Agenda[] {new Agenda(left, null)}, (all, one) -> all[0] = all[0].and(one)))
                .flatMap(all -> outbox.left(tx::query, bot).map(left -> all[0].and(new Agenda(left, null)))));
    }
}
