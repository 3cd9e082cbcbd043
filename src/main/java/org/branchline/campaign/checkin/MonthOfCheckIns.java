package org.branchline.campaign.checkin;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.branchline.campaign.report.Chapter;
import org.branchline.campaign.report.Column;
import org.branchline.campaign.report.Part;
import org.branchline.database.Reads;
import org.branchline.intake.Word;

/** How many of a month's check-ins were answered, in the committee's report. */
@Singleton
class MonthOfCheckIns implements Chapter {

    /**
     * Organisation, bot, the first day that counts and the first that does not. As {@link Standing} counts one occurrence: a branch
     * answered when one of its captains did, and was not asked where all of them were excused.
     */
    private static final String COUNT = """
            select w.branch, count(*) filter (where w.answered or not w.away)::int as asked,
              count(*) filter (where w.answered)::int as answered
            from (
              select c.branch, bool_or(r.completed_at is not null) as answered, bool_and(a.excused is not null) as away
              from prompt p
              join prompt_asked a on a.organisation = $1 and a.prompt = p.id and a.occurrence >= $3 and a.occurrence < $4
              join member_role c on c.organisation = $1 and c.member = a.member and c.role = 'captain' and c.branch <> 0
              left join run r on r.organisation = $1 and r.id = a.run
              where p.organisation = $1 and p.bot = $2 and p.check_in
              group by c.branch, p.id, a.occurrence) w
            group by w.branch
            """;

    @Override
    public int place() {
        return 1;
    }

    @Override
    public Uni<Told> tell(Reads database, Part part) {
        return database.read(
                        COUNT,
                        part.bot().organisation().number(),
                        part.bot().id(),
                        part.month().first().toString(),
                        part.month().after().toString())
                .map(rows -> told(part, rows));
    }

    private static Told told(Part part, RowSet<Row> rows) {
        Column asked = column(part, "asked", part.figures(rows, "asked"));
        Column answered = column(part, "answered", part.figures(rows, "answered"));
        return asked.total() == 0
                ? new Told(List.of(), List.of())
                : new Told(
                        List.of(Branchwords.SPEECH.in(
                                part.language(),
                                "month",
                                "answered",
                                "" + answered.total(),
                                "asked",
                                "" + asked.total())),
                        List.of(asked, answered));
    }

    private static Column column(Part part, String key, Map<Long, Integer> figures) {
        return new Column(
                Branchwords.SPEECH.in(part.language(), "month.head." + key),
                Branchwords.SPEECH.in(
                        part.language(),
                        "month.about." + key,
                        "all",
                        Word.ALL.of(part.organisation(), part.language(), "branch")),
                figures);
    }
}
