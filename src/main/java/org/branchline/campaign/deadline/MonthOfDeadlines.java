package org.branchline.campaign.deadline;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.branchline.campaign.audience.Audiences;
import org.branchline.campaign.report.Chapter;
import org.branchline.campaign.report.Column;
import org.branchline.campaign.report.Part;
import org.branchline.database.Reads;

/** What became of a month's deadlines, in the committee's report. */
@Singleton
class MonthOfDeadlines implements Chapter {

    /** Deadlines read at once; each is counted by itself, for a statement must not take long. */
    private static final int PAGE = 20;

    /**
     * Organisation, bot, the first moment that counts and the first that does not, the same as days, the last one of the page
     * before, how many.
     */
    private static final String OF_MONTH = """
            select d.id, d.audience from deadline d
            where d.organisation = $1 and d.bot = $2 and d.state = 'open'
              and (d.due_at >= $3 and d.due_at < $4 or d.due_on >= $5 and d.due_on < $6) and d.id > $7
            order by d.id limit $8
            """;

    /** Organisation, bot, its audience, deadline. Whoever joined after it was due had nothing to do. */
    private static final String COUNT = """
            select r.branch, count(*) filter (where a.said = 'done')::int as done,
              count(*) filter (where a.said = 'cannot')::int as cannot,
              count(*) filter (where a.said is null or a.said not in ('done', 'cannot'))::int as open
            from (
            """ + Audiences.MEMBERS + """
            ) r join deadline d on d.organisation = $1 and d.id = $4
            join member j on j.organisation = $1 and j.id = r.member
              and j.joined_at < coalesce(d.due_at, (d.due_on + 1)::timestamp at time zone 'UTC')
            left join deadline_answer a on a.organisation = $1 and a.deadline = d.id and a.member = r.member
            group by r.branch
            """;

    @Override
    public int place() {
        return 2;
    }

    @Override
    public Uni<Told> tell(Reads database, Part part) {
        return count(database, part, 0, new Said(0, Map.of(), Map.of(), Map.of()))
                .map(all -> all.told(part));
    }

    /** Those after one by number, added to what was said to it and before. */
    private static Uni<Said> count(Reads database, Part part, long after, Said before) {
        return database.read(
                        OF_MONTH,
                        part.bot().organisation().number(),
                        part.bot().id(),
                        part.month().begin(),
                        part.month().end(),
                        part.month().first(),
                        part.month().after(),
                        after,
                        (long) PAGE)
                .flatMap(rows -> {
                    List<Row> page = new ArrayList<>();
                    rows.forEach(page::add);
                    return Multi.createFrom()
                            .iterable(page)
                            .onItem()
                            .transformToUniAndConcatenate(deadline -> count(database, part, deadline))
                            .collect()
                            .asList()
                            .map(each -> each.stream().reduce(before, Said::and))
                            .flatMap(all -> page.size() < PAGE
                                    ? Uni.createFrom().item(all)
                                    : count(database, part, page.get(PAGE - 1).getLong("id"), all));
                });
    }

    private static Uni<Said> count(Reads database, Part part, Row deadline) {
        return database.read(
                        COUNT,
                        part.bot().organisation().number(),
                        part.bot().id(),
                        deadline.getString("audience"),
                        deadline.getLong("id"))
                .map(rows -> said(part, rows));
    }

    private static Said said(Part part, RowSet<Row> rows) {
        Map<Long, Integer> done = part.figures(rows, "done");
        // What concerns nobody of this part is not named in its report.
        return new Said(done.isEmpty() ? 0 : 1, done, part.figures(rows, "cannot"), part.figures(rows, "open"));
    }

    /** What was said to some deadlines, by branch. */
    private record Said(int deadlines, Map<Long, Integer> done, Map<Long, Integer> cannot, Map<Long, Integer> open) {

        Said and(Said other) {
            return new Said(
                    deadlines + other.deadlines,
                    sum(done, other.done),
                    sum(cannot, other.cannot),
                    sum(open, other.open));
        }

        private static Map<Long, Integer> sum(Map<Long, Integer> one, Map<Long, Integer> other) {
            BinaryOperator<Integer> sum = Integer::sum;
            return Stream.of(one, other)
                    .flatMap(figures -> figures.entrySet().stream())
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, sum));
        }

        Told told(Part part) {
            List<Column> columns =
                    List.of(column(part, "done", done), column(part, "cannot", cannot), column(part, "open", open));
            String sentence = Telling.SPEECH.countIn(
                    part.language(),
                    "month",
                    deadlines,
                    "done",
                    "" + columns.get(0).total(),
                    "cannot",
                    "" + columns.get(1).total(),
                    "open",
                    "" + columns.get(2).total());
            return new Told(List.of(sentence), deadlines == 0 ? List.of() : columns);
        }

        private static Column column(Part part, String key, Map<Long, Integer> figures) {
            return new Column(
                    Telling.SPEECH.in(part.language(), "month.head." + key),
                    Telling.SPEECH.in(part.language(), "month.about." + key),
                    figures);
        }
    }
}
