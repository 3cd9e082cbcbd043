package org.branchline.campaign.occurrence;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import org.branchline.database.Transactions;
import org.branchline.intake.job.Job;
import org.branchline.intake.job.JobHandler;

/** Tells whoever knows what it means that an occurrence fell due. */
@Singleton
class Falling implements JobHandler {

    private final Transactions transactions;
    private final Occasions occasions;

    Falling(Transactions transactions, Occasions occasions) {
        this.transactions = transactions;
        this.occasions = occasions;
    }

    @Override
    public String kind() {
        return "occurrence";
    }

    @Override
    public Uni<Void> run(Job job) {
        JsonObject told = job.argument();
        Fallen fallen = new Fallen(
                told.getString("occurrence"),
                told.getJsonArray("zones").stream().map(Object::toString).toList(),
                OffsetDateTime.parse(told.getString("due")).toInstant(),
                told.getBoolean("last"));
        return transactions
                .inTransaction(
                        job.organisation(),
                        tx -> tx.query(OccurrenceSql.SUBJECT, job.organisation().number(), told.getLong("schedule")))
                .flatMap(found -> found.size() == 0
                        ? Uni.createFrom().voidItem()
                        : tell(job, found.iterator().next(), fallen, told.getBoolean("goes")));
    }

    private Uni<Void> tell(Job job, Row schedule, Fallen fallen, boolean goes) {
        Occasion occasion = occasions
                .of(schedule.getString("kind"))
                .orElseThrow(() -> new IllegalStateException("No occasion is called " + schedule.getString("kind")));
        long subject = schedule.getLong("subject");
        return goes
                ? occasion.falls(job.organisation(), subject, fallen)
                : occasion.passed(job.organisation(), subject, fallen);
    }
}
