package org.branchline.campaign.broadcast;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.branchline.campaign.audience.Audience;
import org.branchline.intake.Exchange;
import org.branchline.intake.waiting.WaitingRuns;

/** Start and Later below the offer of a playbook. */
@Singleton
class Offered {

    /** Of a playbook: the run that is open, else one that was finished since. */
    private static final String RUN = """
            select id, stage in ('asking', 'summary', 'waiting') as open from run
            where organisation = $1 and bot = $2 and chat = $3 and playbook = $4
              and (stage in ('asking', 'summary', 'waiting') or completed_at > $5)
            order by 2 desc, id desc limit 1
            """;

    private final WaitingRuns waiting;

    Offered(WaitingRuns waiting) {
        this.waiting = waiting;
    }

    /**
     * Begins the playbook, or goes on with it. Whoever finished it since shortly before the offer is thanked instead: an
     * old button asks nobody twice.
     *
     * @param goesAt when the offer went out
     */
    Uni<Void> start(Exchange exchange, String playbook, Instant goesAt) {
        return exchange.read(
                        RUN,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        exchange.scene().chat(),
                        playbook,
                        goesAt.minus(Duration.ofDays(Audience.LATELY_DAYS)).atOffset(ZoneOffset.UTC))
                .flatMap(rows -> {
                    if (rows.size() == 0) {
                        return exchange.begin(playbook);
                    }
                    Row run = rows.iterator().next();
                    if (run.getBoolean("open")) {
                        return exchange.resume(run.getLong("id"));
                    }
                    exchange.say(Wording.SPEECH.say(exchange, "offer.answered"));
                    return Uni.createFrom().voidItem();
                });
    }

    /** Asks again tomorrow, unless it is begun: then it keeps its place. */
    Uni<Void> later(Exchange exchange, String playbook) {
        return waiting.tomorrow(exchange, playbook).replaceWithVoid();
    }
}
