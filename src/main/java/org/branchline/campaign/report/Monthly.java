package org.branchline.campaign.report;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.branchline.calendar.Due;
import org.branchline.calendar.QuietHours;
import org.branchline.campaign.broadcast.Schedule;
import org.branchline.campaign.occurrence.Fallen;
import org.branchline.campaign.occurrence.Occasion;
import org.branchline.campaign.occurrence.Plan;
import org.branchline.campaign.occurrence.Planned;
import org.branchline.database.Clock;
import org.branchline.database.OrganisationId;
import org.branchline.database.Reads;
import org.branchline.database.Transactions;
import org.branchline.roster.Organisations;
import org.jboss.logging.Logger;

/**
 * Sends the report on the first of a month, in the first decent hour where each reader lives. The second and third day are for
 * whom it could not reach on the first; who has it gets it no more. Whom it reached on none of them, which takes an outage of
 * days, is told on one of the next how to get it.
 */
@Singleton
class Monthly implements Occasion {

    /** Its subject is the bot. */
    static final String KIND = "report";

    private static final LocalTime HOUR = LocalTime.of(8, 0);
    private static final int DAYS = 3;

    /** On one of these it is told that it did not come. */
    private static final int DAYS_IN_ALL = 6;

    private static final Duration LATE = Duration.ofHours(12);

    /**
     * Organisation, bot, zones, the zone of whoever's is not known, whether also those who moved away from where it was to fall
     * due, when it fell due, since when somebody must have asked for it, kind of job, month. A job for each reader and month,
     * however often it falls due.
     */
    private static final String ORDERS = """
            insert into job (organisation, kind, key, argument, due_at)
            select $1, $8, concat_ws(':', 'monthly', $2::bigint, m.id, $9::text),
              jsonb_build_object('bot', $2::bigint, 'chat', c.id, 'month', $9::text), clock_timestamp()
            from report_reader w
            join member m on m.organisation = $1 and m.id = w.member and m.stopped_at is null
            join chat c on c.organisation = $1 and c.bot = $2 and c.member = m.id and c.reachable and c.moved_to is null
            left join branch h on h.organisation = $1 and h.id = m.branch
            where w.organisation = $1 and w.bot = $2 and w.asked_at < $7 and (m.quiet_until is null or m.quiet_until <= $6)
              and (coalesce(m.timezone, h.timezone, $4) = any ($3) or $5 and m.moved_at > $6::timestamptz - interval '30 hours')
            on conflict do nothing
            """;

    /** The same for those whom it reached on none of its days, but not because they wanted quiet until the last of them. */
    private static final String NOTICES = ORDERS.replace("'monthly'", "'missed'")
                    .replace("<= $6)", "<= $7::timestamptz + interval '%d days')".formatted(DAYS - 1))
                    .replace("on conflict", """
              and not exists (
                select from job o where o.organisation = $1 and o.kind = '%s'
                  and o.key = concat_ws(':', 'monthly', $2::bigint, m.id, $9::text))
            on conflict""".formatted(Sending.KIND))
                    .strip()
            + " returning 1";

    private static final Logger LOG = Logger.getLogger(Monthly.class);

    private final Transactions transactions;
    private final Organisations organisations;
    private final Clock clock;

    Monthly(Transactions transactions, Organisations organisations, Clock clock) {
        this.transactions = transactions;
        this.organisations = organisations;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Plan> plan(Reads database, OrganisationId organisation, long subject, Instant from, Instant until) {
        QuietHours quiet = organisations.organisation(organisation).quietHours();
        return database.read(Readers.ANY, organisation.number(), subject)
                .map(readers -> readers.size() == 0 ? Plan.NOTHING : new Plan(planned(quiet, from, until), false));
    }

    static List<Planned> planned(QuietHours quiet, Instant from, Instant until) {
        List<Planned> planned = new ArrayList<>();
        // A day more on either side: the clocks of the earth show more than one.
        LocalDate last = LocalDate.ofInstant(until, ZoneOffset.UTC).plusDays(1);
        for (LocalDate day = LocalDate.ofInstant(from, ZoneOffset.UTC).minusDays(1);
                !day.isAfter(last);
                day = day.plusDays(1)) {
            if (day.getDayOfMonth() <= DAYS_IN_ALL) {
                for (ZoneId zone : Schedule.ZONES) {
                    Instant due = quiet.end(Due.of(day.atTime(HOUR), zone).at(), zone);
                    if (!due.isBefore(from) && due.isBefore(until)) {
                        planned.add(new Planned(day.toString(), zone, due, due.plus(LATE)));
                    }
                }
            }
        }
        return planned;
    }

    @Override
    public Uni<Void> falls(OrganisationId organisation, long subject, Fallen fallen) {
        LocalDate day = LocalDate.parse(fallen.occurrence());
        QuietHours quiet = organisations.organisation(organisation).quietHours();
        Instant now = clock.now();
        boolean missed = day.getDayOfMonth() > DAYS;
        YearMonth month = YearMonth.from(day).minusMonths(1);
        return transactions
                .inTransaction(
                        organisation,
                        tx -> tx.query(
                                missed ? NOTICES : ORDERS,
                                organisation.number(),
                                subject,
                                // Where it is late by now and night has come, tomorrow is another day.
                                fallen.zones().stream()
                                        .filter(zone -> !quiet.at(
                                                now.atZone(ZoneId.of(zone)).toLocalTime()))
                                        .toArray(String[]::new),
                                Schedule.UNKNOWN.getId(),
                                fallen.last(),
                                fallen.due().atOffset(ZoneOffset.UTC),
                                fallen.due()
                                        .minus(Duration.ofDays(day.getDayOfMonth() - 1L))
                                        .atOffset(ZoneOffset.UTC),
                                missed ? Missing.KIND : Sending.KIND,
                                month.toString()))
                .invoke(rows -> {
                    if (missed && rows.rowCount() > 0) {
                        LOG.warnf(
                                "organisation=%s bot=%d the report of %s did not go out by itself to %d readers in %d days:"
                                        + " they are told that /report brings it",
                                organisation, subject, month, rows.rowCount(), DAYS);
                    }
                })
                .replaceWithVoid();
    }

    /** The next day brings it; after the third, it is told that {@code /report} does. */
    @Override
    public Uni<Void> passed(OrganisationId organisation, long subject, Fallen fallen) {
        return Uni.createFrom().voidItem();
    }
}
