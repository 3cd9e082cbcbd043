package org.branchline.campaign.result;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.branchline.conversation.playbook.Option;
import org.branchline.conversation.playbook.Playbook;
import org.branchline.conversation.playbook.Question;
import org.branchline.database.OrganisationId;
import org.branchline.database.Reads;
import org.branchline.playbooks.AnswerJson;
import org.branchline.playbooks.OwnKeys;
import org.branchline.roster.BranchBook;
import org.jspecify.annotations.Nullable;

/** Asks what came of a playbook. A member's newest run counts, on whichever version it is. */
final class Results {

    private static final String NEWEST = """
            newest as (
              select distinct on (p.id) p.id as member, r.id as run, r.completed_at
              from people p
              join chat c on c.organisation = $1 and c.member = p.id
              join run r on r.organisation = c.organisation and r.bot = c.bot and r.chat = c.id
              where r.playbook = $3 and r.stage <> 'waiting' order by p.id, r.id desc)
            """;

    private static final String COUNTS = "with " + Scope.PEOPLE + ", " + NEWEST + """
            select (select count(*)::int from people) as joined, count(*)::int as started,
              count(completed_at)::int as finished from newest
            """;

    /** Same answers travel once; texts are counted without being read. */
    private static final String ANSWERS = "with " + Scope.PEOPLE + ", " + NEWEST + """
            select a.question, case when a.question = any ($4) and not a.special then a.value end as value,
              a.value like '{"skipped"%' as skipped, count(*)::int as times
            from newest n join answer a on a.organisation = $1 and a.run = n.run
            where a.in_effect and a.settled group by 1, 2, 3
            """;

    private static final String UNFINISHED = "with " + Scope.PEOPLE + ", " + NEWEST + """
            select p.name, p.branch, count(*) over ()::int as total
            from people p left join newest n on n.member = p.id
            where n.completed_at is null and p.stopped_at is null
            order by p.branch nulls last, p.id offset $4 limit $5
            """;

    private static final String PLAYBOOKS = """
            select playbook, version from (
              select distinct on (playbook) playbook, version, published_at from playbook_version
              where organisation = $1 and not starts_with(playbook, $2)
              order by playbook, published_at desc, version) current
            order by published_at desc, playbook
            """;

    /** Somebody who has not finished. */
    record Person(String name, @Nullable Long branch, int total) {}

    private final Reads reads;
    private final OrganisationId organisation;
    private final Scope scope;

    Results(Reads reads, OrganisationId organisation, Scope scope) {
        this.reads = reads;
        this.organisation = organisation;
        this.scope = scope;
    }

    /** All playbooks of the organisation's own, the newest first. */
    static Uni<List<Published>> playbooks(Reads reads, OrganisationId organisation) {
        return reads.read(PLAYBOOKS, organisation.number(), OwnKeys.PREFIX).map(rows -> {
            List<Published> all = new ArrayList<>();
            rows.forEach(row -> all.add(new Published(row.getString("playbook"), row.getString("version"))));
            return all;
        });
    }

    Uni<Counts> counts(String playbook, BranchBook book) {
        return reads.read(COUNTS, organisation.number(), scope.branches(), playbook)
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new Counts(
                            row.getInteger("joined"),
                            row.getInteger("started"),
                            row.getInteger("finished"),
                            scope.stated(book));
                });
    }

    /** A tally for each of the playbook's questions that awaits an answer. */
    Uni<Map<String, Tally>> tallies(Playbook playbook) {
        String[] read = playbook.questions().stream()
                .filter(question -> !question.special() && Answered.readable(question))
                .map(Question::id)
                .toArray(String[]::new);
        return reads.read(ANSWERS, organisation.number(), scope.branches(), playbook.key(), read)
                .map(rows -> tallies(playbook, rows));
    }

    private static Map<String, Tally> tallies(Playbook playbook, RowSet<Row> rows) {
        Map<String, Tally> tallies = new HashMap<>();
        for (Question question : playbook.questions()) {
            if (question.kind().awaits()) {
                tallies.put(question.id(), new Tally(offered(question)));
            }
        }
        for (Row row : rows) {
            Tally tally = tallies.get(row.getString("question"));
            if (tally != null) {
                String value = row.getString("value");
                int times = row.getInteger("times");
                if (value != null) {
                    tally.add(AnswerJson.read(value), times);
                } else if (!Boolean.TRUE.equals(row.getBoolean("skipped"))) {
                    tally.addUnread(times);
                }
            }
        }
        return tallies;
    }

    private static Set<String> offered(Question question) {
        Set<String> ids = new HashSet<>();
        for (Option option : Answered.options(question)) {
            ids.add(option.id());
        }
        return ids;
    }

    /** Those who have not finished, so many from the given one on. */
    Uni<List<Person>> unfinished(String playbook, int from, int most) {
        return reads.read(UNFINISHED, organisation.number(), scope.branches(), playbook, (long) from, (long) most)
                .map(rows -> {
                    List<Person> people = new ArrayList<>();
                    rows.forEach(row -> people.add(
                            new Person(row.getString("name"), row.getLong("branch"), row.getInteger("total"))));
                    return people;
                });
    }
}
