package org.branchline.intake.waiting;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.branchline.calendar.Nights;
import org.branchline.conversation.Turnstile;
import org.branchline.database.Clock;
import org.branchline.database.OrganisationId;
import org.branchline.database.Outages;
import org.branchline.database.Transactions;
import org.branchline.intake.Causes;
import org.branchline.intake.Turns;
import org.branchline.roster.Bot;
import org.branchline.roster.Organisations;
import org.jboss.logging.Logger;

/** Goes again and again through the runs whose time has come; replicas do it beside one another. */
@Singleton
public class WaitingRound {

    private static final Logger LOG = Logger.getLogger(WaitingRound.class);
    /** Runs that are looked at together; a replica takes some of them, whichever, so that few are taken by two. */
    private static final int LOOKED_AT = 400;

    private static final int PAGE = 50;
    /** Chats whose turns wait for Postgres at once. */
    private static final int TOGETHER = 4;
    /** A run that failed leaves the head of the page to others for this long. */
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final Instance<Turns> turns;
    private final WaitingRuns waiting;
    private final Organisations organisations;
    private final Clock clock;

    WaitingRound(
            Transactions transactions,
            Instance<Turns> turns,
            WaitingRuns waiting,
            Organisations organisations,
            Clock clock) {
        this.transactions = transactions;
        this.turns = turns;
        this.waiting = waiting;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** Lets runs speak up whose time has come, where it is not night. */
    public Uni<Void> work(OrganisationId organisation) {
        Instant now = clock.now();
        Nights nights = Nights.of(organisations.organisation(organisation).quietHours(), now);
        return transactions
                .inTransaction(
                        organisation,
                        tx -> tx.query(
                                WaitingSql.DUE,
                                organisation.number(),
                                now.atOffset(ZoneOffset.UTC),
                                now.minus(Turnstile.QUIET).atOffset(ZoneOffset.UTC),
                                LOOKED_AT,
                                nights.zones()))
                .flatMap(rows -> Multi.createFrom()
                        .iterable(some(rows))
                        .onItem()
                        .transformToUni(row -> one(organisation, row))
                        .merge(TOGETHER)
                        .filter(tookPlace -> tookPlace)
                        .collect()
                        .with(Collectors.counting())
                        .flatMap(turns -> rows.size() <= PAGE || turns == 0
                                ? Uni.createFrom().voidItem()
                                : work(organisation)));
    }

    private static List<Row> some(RowSet<Row> rows) {
        List<Row> all = new ArrayList<>(rows.size());
        rows.forEach(all::add);
        Collections.shuffle(all);
        return all.subList(0, Math.min(PAGE, all.size()));
    }

    /**
     * What fails is put off, so that it stops nobody else's run; an outage ends the round. A chat in which something happens
     * is looked at again in the next round. Yields whether there was a turn.
     */
    private Uni<Boolean> one(OrganisationId organisation, Row row) {
        Bot bot = new Bot(organisation, row.getLong("bot"));
        long chat = row.getLong("chat");
        long run = row.getLong("id");
        return turns.get()
                .ofFree(bot, chat, waiting::speakUp)
                .onFailure(Outages::busy)
                .recoverWithItem(false)
                .onFailure(cause -> !Outages.outage(cause))
                .recoverWithUni(cause -> {
                    LOG.warnf(
                            "organisation=%s bot=%d run=%d cannot speak up and is put off by a minute: %s",
                            organisation, bot.id(), run, Causes.names(cause));
                    return transactions
                            .inTransaction(
                                    organisation,
                                    tx -> tx.query(
                                            WaitingSql.PUT_OFF,
                                            organisation.number(),
                                            bot.id(),
                                            chat,
                                            run,
                                            clock.now().plus(AFTER_FAILURE).atOffset(ZoneOffset.UTC)))
                            .replaceWith(true);
                });
    }
}
