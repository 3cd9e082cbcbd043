package org.branchline.campaign.deadline.setting;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.branchline.campaign.audience.Audiences;
import org.branchline.campaign.deadline.Deadline;
import org.branchline.campaign.deadline.Telling;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;
import org.branchline.roster.Access;
import org.branchline.roster.Branch;
import org.branchline.roster.Deed;
import org.jspecify.annotations.Nullable;

/** How many did it, cannot, or owe it still, branch by branch, for those who may see results there. */
@Singleton
class Counting {

    private static final Speech SPEECH = Telling.SPEECH;

    private static final String BY_BRANCH = """
            select r.branch, count(*) filter (where a.said = 'done')::int as done,
              count(*) filter (where a.said = 'cannot')::int as cannot, count(*)::int as members
            from (
            """ + Audiences.MEMBERS + """
            ) r left join deadline_answer a on a.organisation = $1 and a.deadline = $4 and a.member = r.member
            group by r.branch
            """;

    private record Count(String where, int done, int cannot, int members) {
        Count and(Count other) {
            return new Count(where, done + other.done, cannot + other.cannot, members + other.members);
        }
    }

    /** All together, then each branch where there are several. */
    Uni<List<String>> lines(Exchange exchange, Access access, Deadline deadline) {
        return exchange.read(
                        BY_BRANCH,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        deadline.audience().json(),
                        deadline.id())
                .map(rows -> lines(exchange, counts(exchange, access, rows)));
    }

    private static List<Count> counts(Exchange exchange, Access access, RowSet<Row> rows) {
        List<Count> counts = new ArrayList<>();
        for (Row row : rows) {
            Long branch = row.getLong("branch");
            if (access.may(Deed.SEE_RESULTS, branch)) {
                counts.add(new Count(
                        where(exchange, branch),
                        Objects.requireNonNull(row.getInteger("done")),
                        row.getInteger("cannot"),
                        row.getInteger("members")));
            }
        }
        counts.sort(java.util.Comparator.comparing(Count::where));
        return counts;
    }

    private static String where(Exchange exchange, @Nullable Long branch) {
        return exchange.scene()
                .branches()
                .branch(branch)
                .map((Branch one) -> one.name(exchange.person().language()))
                .orElseGet(() -> SPEECH.say(exchange, "no_branch"));
    }

    private static List<String> lines(Exchange exchange, List<Count> counts) {
        List<String> lines = new ArrayList<>();
        lines.add(line(exchange, "counts", counts.stream().reduce(new Count("", 0, 0, 0), Count::and)));
        if (counts.size() > 1) {
            counts.forEach(count -> lines.add(line(exchange, "counts.in", count)));
        }
        return lines;
    }

    private static String line(Exchange exchange, String key, Count count) {
        return SPEECH.say(
                exchange,
                key,
                "where",
                count.where(),
                "done",
                "" + count.done(),
                "cannot",
                "" + count.cannot(),
                "open",
                "" + (count.members() - count.done() - count.cannot()));
    }
}
