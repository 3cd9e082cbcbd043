package org.branchline.campaign.event.meeting;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.branchline.campaign.deadline.Deadlines;
import org.branchline.campaign.event.Shift;
import org.branchline.intake.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * What is noted of a meeting.
 *
 * @param out when its minutes went out, null while they did not: only then something of it changes
 */
record Notes(
        List<Decision> decisions,
        List<Task> tasks,
        @Nullable OffsetDateTime out) {

    /** Of each kind: all of it stands in one message. */
    static final int MOST = 10;

    /** Characters of a decision. */
    static final int LONGEST = 160;

    private static final String OUT = "select minutes_at from shift where organisation = $1 and id = $2";

    private static final String DECISIONS = """
            select id, said from meeting_decision where organisation = $1 and shift = $2 order by id limit $3
            """;

    private static final String TASKS = "select " + Deadlines.COLUMNS + """
            , a.said from meeting_task t
            join deadline d on d.organisation = $1 and d.id = t.deadline and d.state = 'open'
            """ + Deadlines.LEAD + """
            left join deadline_answer a on a.organisation = $1 and a.deadline = d.id and a.member = d.lead
            where t.organisation = $1 and t.shift = $2 order by d.id limit $3
            """;

    /** Those who change something, or send all of it, wait for one another. */
    private static final String OPEN = """
            select 1 from shift where organisation = $1 and id = $2 and state = 'open' and minutes_at is null for no key update
            """;

    Notes {
        decisions = List.copyOf(decisions);
        tasks = List.copyOf(tasks);
    }

    record Decision(long id, String said) {}

    static Uni<Notes> of(Exchange exchange, Shift shift) {
        int organisation = exchange.organisation().number();
        return Uni.combine()
                .all()
                .unis(
                        exchange.read(DECISIONS, organisation, shift.id(), (long) MOST),
                        exchange.read(TASKS, organisation, shift.id(), (long) MOST),
                        exchange.read(OUT, organisation, shift.id()))
                .asTuple()
                .map(found -> new Notes(
                        all(found.getItem1(), row -> new Decision(row.getLong("id"), row.getString("said"))),
                        all(
                                found.getItem2(),
                                row -> new Task(
                                        Deadlines.of(row), Objects.requireNonNullElse(row.getString("said"), ""))),
                        found.getItem3().iterator().next().getOffsetDateTime("minutes_at")));
    }

    private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> read) {
        List<T> all = new ArrayList<>();
        rows.forEach(row -> all.add(read.apply(row)));
        return all;
    }

    /** Completes with whether it can be changed, and then nobody sends the minutes before this turn is over. */
    static Uni<Boolean> open(Exchange exchange, Shift shift) {
        return exchange.read(OPEN, exchange.organisation().number(), shift.id()).map(rows -> rows.size() > 0);
    }

    boolean none() {
        return decisions.isEmpty() && tasks.isEmpty();
    }

    /** The same while nothing of it changes. */
    long stamp() {
        List<Long> deadlines = tasks.stream().map(task -> task.deadline().id()).toList();
        return Integer.toUnsignedLong(Objects.hash(decisions, deadlines));
    }

    /** What was decided, a line each with a line above; empty for nothing. */
    String decided(String language) {
        List<String> lines = new ArrayList<>();
        lines.add(Meeting.SPEECH.in(language, "decided"));
        for (int n = 1; n <= decisions.size(); n++) {
            lines.add(n + ". " + decisions.get(n - 1).said());
        }
        return decisions.isEmpty() ? "" : String.join("\n", lines);
    }

    /** What is to be done, likewise, as somebody reads it who lives there. */
    String toDo(ZoneId zone, String language, boolean standing) {
        List<String> lines = new ArrayList<>();
        lines.add(Meeting.SPEECH.in(language, "to_do"));
        tasks.forEach(task -> lines.add(standing ? task.standing(zone, language) : task.line(zone, language)));
        return tasks.isEmpty() ? "" : String.join("\n", lines);
    }
}
