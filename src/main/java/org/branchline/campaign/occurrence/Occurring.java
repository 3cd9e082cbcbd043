package org.branchline.campaign.occurrence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.branchline.database.Aside;
import org.branchline.database.Clock;
import org.branchline.database.OrganisationId;
import org.branchline.database.Outages;
import org.branchline.database.Reads;
import org.branchline.database.Transactions;
import org.branchline.database.Tx;
import org.branchline.intake.Causes;
import org.branchline.intake.job.Round;
import org.branchline.roster.Bot;
import org.jboss.logging.Logger;

/** Plans what falls due in the next days, and hands on what is due now: each row once, on whichever replica. */
@Singleton
class Occurring implements Round {

    private static final Logger LOG = Logger.getLogger(Occurring.class);

    /** How far ahead rows stand at the least: longer than it is one day somewhere on earth. */
    private static final Duration AHEAD = Duration.ofHours(60);

    /** How far ahead rows stand of what is rare. */
    private static final Duration FARTHEST = Duration.ofDays(16);

    /** Rows of a schedule that are enough at a time: two occurrences in all zones. */
    private static final int ENOUGH = 1_200;

    /** What is planned at least; between the two lies how often a schedule is looked at. */
    static final Duration PLANNED_AT_LEAST = Duration.ofDays(2);

    private static final int SCHEDULES = 20;

    private final Transactions transactions;
    private final Occasions occasions;
    private final Clock clock;
    private final Vertx vertx;

    Occurring(Transactions transactions, Occasions occasions, Clock clock, Vertx vertx) {
        this.vertx = vertx;
        this.transactions = transactions;
        this.occasions = occasions;
        this.clock = clock;
    }

    @Override
    public String what() {
        return "what falls due";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Uni<Void> work(Bot bot) {
        Instant now = clock.now();
        return plan(bot.organisation(), now, 0).chain(() -> take(bot.organisation(), now));
    }

    private Uni<Void> plan(OrganisationId organisation, Instant now, long after) {
        OffsetDateTime planned = utc(now.plus(PLANNED_AT_LEAST));
        return transactions
                .inTransaction(
                        organisation,
                        tx -> tx.query(
                                OccurrenceSql.TO_PLAN,
                                organisation.number(),
                                planned,
                                occasions.kinds(),
                                after,
                                SCHEDULES))
                .flatMap(schedules -> Multi.createFrom()
                        .iterable(schedules)
                        .onItem()
                        .transformToUniAndConcatenate(
                                schedule -> one(organisation, schedule.getLong("id"), planned, now)
                                        .replaceWith(schedule.getLong("id")))
                        .collect()
                        .last()
                        .flatMap(last -> schedules.size() < SCHEDULES
                                ? Uni.createFrom().voidItem()
                                : plan(organisation, now, last)));
    }

    /** One that cannot be planned stops no other. */
    private Uni<Void> one(OrganisationId organisation, long id, OffsetDateTime planned, Instant now) {
        return transactions
                .inTransaction(organisation, tx -> tx.query(
                                OccurrenceSql.ONE_TO_PLAN, organisation.number(), planned, id)
                        .flatMap(found -> found.size() == 0
                                ? Uni.createFrom().voidItem()
                                : plan(tx, organisation, id, found.iterator().next(), now)))
                .onFailure(failure -> !Outages.outage(failure))
                .recoverWithUni(failure -> {
                    LOG.warnf(
                            "organisation=%s schedule=%d is not planned and tried again: %s",
                            organisation, id, Causes.trace(failure));
                    return Uni.createFrom().voidItem();
                });
    }

    private Uni<Void> plan(Tx tx, OrganisationId organisation, long id, Row schedule, Instant now) {
        Instant from = schedule.getOffsetDateTime("planned_until").toInstant();
        Occasion occasion = occasions.of(schedule.getString("kind")).orElseThrow();
        // What is computed of what is read, all zones of the earth, takes too long for the thread that serves the
        // database.
        Aside aside = new Aside(vertx);
        Reads reads = aside.reads(tx);
        return stretch(
                        until -> aside.back(
                                occasion.plan(reads, organisation, schedule.getLong("subject"), from, until)),
                        now.plus(AHEAD),
                        now)
                .call(stretch -> stretch.plan().occurrences().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : tx.query(
                                OccurrenceSql.PLAN,
                                organisation.number(),
                                id,
                                stretch.plan().occurrences().stream()
                                        .map(Planned::occurrence)
                                        .toArray(String[]::new),
                                stretch.plan().occurrences().stream()
                                        .map(planned -> planned.zone().getId())
                                        .toArray(String[]::new),
                                stretch.plan().occurrences().stream()
                                        .map(planned -> utc(planned.due()))
                                        .toArray(OffsetDateTime[]::new),
                                stretch.plan().occurrences().stream()
                                        .map(planned -> utc(planned.late()))
                                        .toArray(OffsetDateTime[]::new)))
                .flatMap(stretch -> tx.query(
                        OccurrenceSql.PLANNED,
                        organisation.number(),
                        id,
                        utc(stretch.until()),
                        !stretch.plan().over()))
                .replaceWithVoid();
    }

    /** What falls due until then. */
    private record Stretch(Plan plan, Instant until) {}

    /** Twice as far as long as little falls due, so that what is rare is seldom planned. */
    private static Uni<Stretch> stretch(Function<Instant, Uni<Plan>> plans, Instant until, Instant now) {
        return plans.apply(until).flatMap(plan -> {
            Duration ahead = Duration.between(now, until);
            return plan.over() || plan.occurrences().size() >= ENOUGH || ahead.compareTo(FARTHEST) >= 0
                    ? Uni.createFrom().item(new Stretch(plan, until))
                    : stretch(plans, until.plus(ahead), now);
        });
    }

    private Uni<Void> take(OrganisationId organisation, Instant now) {
        return transactions
                .inTransaction(organisation, tx -> tx.query(OccurrenceSql.TAKE, organisation.number(), utc(now)))
                .flatMap(taken -> taken.iterator().next().getLong("rows") < OccurrenceSql.ROWS
                        ? Uni.createFrom().voidItem()
                        : take(organisation, now));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
