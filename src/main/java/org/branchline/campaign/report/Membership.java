package org.branchline.campaign.report;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.branchline.database.Reads;
import org.branchline.intake.Word;
import org.branchline.playbooks.OwnKeys;
import org.branchline.roster.Branch;

/** How many are in the bot, of how many in all; who joined, and who answered. */
@Singleton
class Membership implements Chapter {

    /**
     * Organisation, the month's first moment, the first that does not count, our own playbooks. Check-ins are a chapter of
     * their own, and a run of nothing but special answers is not counted.
     */
    private static final String COUNT = """
            select m.branch, count(*)::int as members, count(*) filter (where m.joined_at >= $2)::int as joined,
              count(a.member)::int as answered
            from member m left join (
              select distinct c.member from run r
              join chat c on c.organisation = $1 and c.bot = r.bot and c.id = r.chat
              where r.organisation = $1 and r.completed_at >= $2 and r.completed_at < $3 and not starts_with(r.playbook, $4)
                and exists (
                  select from answer w where w.organisation = $1 and w.run = r.id and w.in_effect and w.settled
                    and not w.special and not starts_with(w.value, '{"skipped"'))
                and not exists (
                  select from prompt_asked s join prompt p on p.organisation = $1 and p.id = s.prompt
                  where s.organisation = $1 and s.run = r.id and p.check_in)
                and not exists (select from check_in_help h where h.organisation = $1 and h.run = r.id)) a on a.member = m.id
            where m.organisation = $1 and m.joined_at < $3 group by m.branch
            """;

    @Override
    public int place() {
        return 0;
    }

    @Override
    public Uni<Told> tell(Reads database, Part part) {
        return database.read(
                        COUNT,
                        part.bot().organisation().number(),
                        part.month().begin(),
                        part.month().until(),
                        OwnKeys.PREFIX)
                .map(rows -> told(part, rows));
    }

    private static Told told(Part part, RowSet<Row> rows) {
        String branches = Word.ALL.of(part.organisation(), part.language(), "branch");
        Column members = column(part, "members", branches, part.figures(rows, "members"));
        Column stated = column(part, "stated", branches, stated(part)).unsaid();
        Column joined = column(part, "joined", branches, part.figures(rows, "joined"));
        Column answered = column(part, "answered", branches, part.figures(rows, "answered"));
        List<Column> columns = new ArrayList<>(List.of(members));
        List<String> sentences = new ArrayList<>();
        if (stated.total() > 0) {
            columns.add(stated);
            sentences.add(ReportText.SPEECH.countIn(
                    part.language(), "members.of", members.total(), "stated", "" + stated.total(), "all", branches));
        } else {
            sentences.add(ReportText.SPEECH.countIn(part.language(), "members", members.total()));
        }
        columns.addAll(List.of(joined, answered));
        sentences.add(ReportText.SPEECH.countIn(part.language(), "joined", joined.total()));
        sentences.add(ReportText.SPEECH.countIn(part.language(), "answered", answered.total()));
        return new Told(sentences, columns);
    }

    private static Column column(Part part, String key, String branches, Map<Long, Integer> figures) {
        return new Column(
                ReportText.SPEECH.in(part.language(), "head." + key),
                ReportText.SPEECH.in(part.language(), "about." + key, "branches", branches),
                figures);
    }

    private static Map<Long, Integer> stated(Part part) {
        Map<Long, Integer> stated = new HashMap<>();
        for (Branch branch : part.inOrder()) {
            Integer size = branch.stated();
            if (size != null) {
                stated.put(branch.id(), size);
            }
        }
        return stated;
    }
}
