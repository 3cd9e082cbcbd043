package org.branchline.campaign.deadline.answering;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.branchline.campaign.audience.Audiences;
import org.branchline.campaign.broadcast.Schedule;
import org.branchline.campaign.deadline.Deadline;
import org.branchline.campaign.deadline.Deadlines;
import org.branchline.campaign.deadline.Parts;
import org.branchline.intake.Exchange;

/**
 * A deadline as one member sees it.
 *
 * @param said what they said last, empty for nothing
 * @param parts how far those are to whom parts of it were passed on
 */
record Mine(Deadline deadline, String said, Parts parts) {

    /** So long it stands on the list although it is over. */
    private static final Duration OVER = Duration.ofDays(7);

    /** Whether the deadline's audience holds a member. */
    private static final String AUDIENCE =
            "exists (select from (\n" + Audiences.MEMBERS.replace("$3", "d.audience") + ") r where r.member = $3)\n";

    private static final String SAID = """
            left join deadline_answer a on a.organisation = d.organisation and a.deadline = d.id and a.member = $3
            """ + Parts.JOIN;

    private static final String COLUMNS = Deadlines.COLUMNS + ", a.said, " + Parts.COLUMNS;

    /**
     * Organisation, bot, member, deadline. Theirs is what they were told of, what they said something to, and what they are
     * asked, also where acting on it took them out of its audience; not what was taken back from them.
     */
    private static final String FIND =
            "select " + COLUMNS + " from deadline d\n" + Deadlines.LEAD + SAID + """
            where d.organisation = $1 and d.bot = $2 and d.id = $4 and not exists (
              select from deadline_letter t
              where t.organisation = $1 and t.deadline = $4 and t.member = $3 and t.what = 'taken')
            and (a.said is not null or exists (
              select from outbox o join broadcast b on b.organisation = $1 and b.content = o.content
              where o.organisation = $1 and o.member = $3 and b.organisation = $1 and b.origin like 'deadline:%'
                and split_part(b.origin, ':', 2) = $4::bigint::text) or
            """ + AUDIENCE + ")";

    /** Organisation, bot, member, the first moment that counts. */
    private static final String OPEN =
            "select " + COLUMNS + " from deadline d\n" + Deadlines.LEAD + SAID + """
            where d.organisation = $1 and d.bot = $2 and d.state = 'open' and coalesce(a.said, '') not in ('done', 'cannot')
              and coalesce(d.due_at, (d.due_on + 1)::timestamp at time zone 'UTC') > $4 and (a.said is not null or
            """ + AUDIENCE + ")";

    /** The one of this number; empty where it is not theirs. */
    static Uni<Optional<Mine>> find(Exchange exchange, long deadline) {
        return exchange.read(
                        FIND,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        exchange.member().id(),
                        deadline)
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(of(rows.iterator().next())));
    }

    /** What this chat's member owes, or wants to be reminded of, soonest first. */
    static Uni<List<Mine>> open(Exchange exchange) {
        ZoneId zone = zone(exchange);
        return exchange.read(
                        OPEN,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        exchange.member().id(),
                        exchange.now().minus(OVER).atOffset(ZoneOffset.UTC))
                .map(rows -> {
                    List<Mine> all = new ArrayList<>();
                    rows.forEach(row -> all.add(of(row)));
                    all.sort(Comparator.comparing(
                                    (Mine mine) -> mine.deadline().due().in(zone))
                            .thenComparing(mine -> mine.deadline().id()));
                    return all;
                });
    }

    private static Mine of(Row row) {
        return new Mine(Deadlines.of(row), Objects.requireNonNullElse(row.getString("said"), ""), Parts.of(row));
    }

    /** By which clock the member lives. */
    static ZoneId zone(Exchange exchange) {
        return Objects.requireNonNullElse(exchange.person().zone(), Schedule.UNKNOWN);
    }

    /** By when, as the member reads it. */
    String by(Exchange exchange) {
        return deadline.by(zone(exchange), exchange.person().language());
    }

    String title(Exchange exchange) {
        return deadline.title(exchange.person().language());
    }

    /** Whether it is too late for the member. */
    boolean over(Exchange exchange) {
        return deadline.over(zone(exchange), exchange.now());
    }
}
