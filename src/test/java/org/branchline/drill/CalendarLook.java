package org.branchline.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.branchline.campaign.occurrence.LookForDue;

/** What it costs to look for what is due, with few and with very many rows that are not. */
final class CalendarLook {

    private static final int FEW = 10;
    private static final int DUE = 10;
    /** A tree of so many rows is at most so much higher. */
    private static final double HIGHER = 3;

    private final Path folder;
    private final long many;

    CalendarLook(Path folder, long many) {
        this.folder = folder;
        this.many = many;
    }

    Figures play() throws SQLException {
        Figures figures = new Figures("calendar/look");
        try (Installation installation = new Installation(folder)) {
            installation.open(Installation.Updates.WEBHOOK);
            // Nobody else looks; its Postgres lives on.
            installation.kill();
            try (Connection owner = installation.owner();
                    Statement statement = owner.createStatement()) {
                statement.execute("delete from schedule");
                // As the service's own statement is planned after a while: for any arguments.
                statement.execute("set plan_cache_mode = force_generic_plan");
                statement.execute("prepare look (int, timestamptz) as " + LookForDue.SQL);
                statement.execute("alter table occurrence drop constraint occurrence_organisation_schedule_fkey");
                fill(statement, 0, FEW, "interval '1 hour' + n * interval '1 second'");
                fill(statement, FEW, DUE, "- n * interval '1 second'");
                Cost few = cost(owner);
                fill(statement, FEW + DUE, many, "interval '1 hour' + n * interval '1 second'");
                statement.execute("vacuum analyze occurrence");
                Cost after = cost(owner);
                figures.add("rows_few", FEW)
                        .add("rows_many", many)
                        .add("due", DUE)
                        .add("pages_few", few.pages())
                        .atMost("pages_many", after.pages(), few.pages() * HIGHER)
                        .add("milliseconds_few", few.milliseconds())
                        .add("milliseconds_many", after.milliseconds());
                System.out.println(after.plan());
            } finally {
                installation.postgres("stop", "--mode=fast");
            }
        }
        return figures;
    }

    /** A schedule for every 1,000 rows, each with the same ten clocks. */
    private static void fill(Statement statement, long from, long count, String due) throws SQLException {
        statement.execute("""
                insert into occurrence (organisation, schedule, occurrence, zone, due_at, late_at)
                select 1, n / 1000, to_char(n / 10 %% 100, 'FM000'), 'Zone/' || n %% 10, clock_timestamp() + %2$s,
                  clock_timestamp() + %2$s + interval '12 hours'
                from generate_series(%1$d::bigint, %1$d::bigint + %3$d - 1) n
                """.formatted(from, due, count));
    }

    /**
     * @param pages that were looked at
     */
    private record Cost(long pages, double milliseconds, String plan) {}

    private static Cost cost(Connection owner) throws SQLException {
        owner.setAutoCommit(false);
        try (Statement statement = owner.createStatement()) {
            JsonNode warm = explained(statement);
            owner.rollback();
            JsonNode plan = explained(statement);
            long pages = pages(plan.path("Plan"));
            if (warm.isMissingNode()) {
                throw new IllegalStateException("no plan");
            }
            return new Cost(pages, plan.path("Execution Time").asDouble(), plan.toPrettyString());
        } finally {
            owner.rollback();
            owner.setAutoCommit(true);
        }
    }

    /** Of the statement, and of each of its parts that Postgres carries out by itself. */
    private static long pages(JsonNode node) {
        long pages = node.path("Shared Hit Blocks").asLong()
                + node.path("Shared Read Blocks").asLong();
        for (JsonNode part : node.path("Plans")) {
            pages += part.path("Subplan Name").asText().startsWith("CTE") ? pages(part) : 0;
        }
        return pages;
    }

    private static JsonNode explained(Statement statement) throws SQLException {
        try (ResultSet rows =
                statement.executeQuery("explain (analyze, buffers, format json) execute look(1, now())")) {
            rows.next();
            return new ObjectMapper().readTree(rows.getString(1)).path(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
