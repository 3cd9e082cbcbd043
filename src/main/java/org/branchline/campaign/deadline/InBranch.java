package org.branchline.campaign.deadline;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.branchline.campaign.audience.Audiences;
import org.branchline.intake.Exchange;
import org.branchline.roster.Access;
import org.branchline.roster.Branch;
import org.branchline.roster.Deed;

/** The next deadlines that concern a branch, whatever others come before them. */
public final class InBranch {

    /** So many of them stand on a card. */
    public static final int SHOWN = 3;

    /** So many are looked at for those. */
    private static final int LOOKED_AT = 12;

    /** Of so many of the organisation's, the soonest, it is asked whether they concern the branch. */
    private static final int MOST = 500;

    /** Behind UTC a day ends so much later at the most. */
    private static final Duration LAST = Duration.ofHours(12);

    /** Organisation, bot, from when on they are due, branches, whether parts count, how many. */
    private static final String SOONEST = "select " + Deadlines.COLUMNS + """
            from (
              select * from deadline
              where organisation = $1 and bot = $2 and state = 'open' and ($5 or parent is null)
                and coalesce(due_at, (due_on + 1)::timestamp at time zone 'UTC') > $3
              order by coalesce(due_at, (due_on + 1)::timestamp at time zone 'UTC'), id
              limit %d) d
            """.formatted(MOST) + Deadlines.LEAD + """
            where d.parent is null and d.branch = any ($4) or exists (select from (
            """
            + Audiences.MEMBERS.replace("$3", "d.audience") + """
            ) r where r.branch = any ($4))
            order by coalesce(d.due_at, (d.due_on + 1)::timestamp at time zone 'UTC'), d.id
            limit $6
            """;

    private InBranch() {}

    /** The soonest that concern somebody: any where they may write to all, else those of the branches that they look after. */
    public static Uni<List<Deadline>> soonest(Exchange exchange, Access access) {
        return access.may(Deed.BROADCAST, null)
                ? Deadlines.soonest(
                        exchange::read, exchange.scene().bot(), exchange.utc().minus(LAST), LOOKED_AT)
                : soonest(
                        exchange,
                        access.where(Deed.BROADCAST).stream().map(Branch::id).toList(),
                        false);
    }

    /**
     * Those that are open and have somebody in these branches, or are handed to one of them, soonest first.
     *
     * @param parts whether parts of what was handed to a branch are among them
     */
    public static Uni<List<Deadline>> soonest(Exchange exchange, Collection<Long> branches, boolean parts) {
        return exchange.read(
                        SOONEST,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        exchange.utc().minus(LAST),
                        branches.toArray(Long[]::new),
                        parts,
                        LOOKED_AT)
                .map(Deadlines::all);
    }
}
