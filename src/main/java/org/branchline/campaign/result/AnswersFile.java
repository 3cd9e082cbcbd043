package org.branchline.campaign.result;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answers of a playbook as a file, special ones left out: the same rows on the command line and in chat. */
public final class AnswersFile {

    static final List<String> COLUMNS = List.of(
            "organisation",
            "playbook",
            "version",
            "run",
            "member",
            "branch",
            "question",
            "answer",
            "answer_text",
            "language",
            "answered_at");

    private static final String SELECT = """
            select e.organisation, e.playbook, e.version, e.run, e.member, e.branch, e.question, e.answer, e.answer_text,
              e.language, to_char(e.answered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as answered_at
            from answer_export e
            where not exists (
              select 1 from answer s where s.run = e.run and s.question = e.question and s.special)
            """;

    /** {@code $1} playbook, {@code $2} branches' keys or null for all, {@code $3}, {@code $4} the last row, {@code $5} rows. */
    static final String PAGE = SELECT + """
              and e.playbook = $1 and ($2::text[] is null or e.branch = any ($2)) and (e.run, e.question) > ($3, $4)
            order by e.run, e.question limit $5
            """;

    /** As the audit names it. */
    static final String EXPORTED = "exported answers";

    static final String SUBJECT = "playbook ";

    private static final int FETCH = 1_000;

    private AnswersFile() {}

    /** The first line. */
    static String header() {
        return Csv.line(COLUMNS);
    }

    /**
     * Prints the answers of a playbook in every organisation that has it, each of which knows of it for good before the
     * first row is out.
     *
     * @param connection with the service's rights; its transaction is ended
     * @return whether any organisation has this playbook
     */
    public static boolean print(Connection connection, String playbook, PrintStream out) throws SQLException {
        boolean known = false;
        connection.setAutoCommit(false);
        for (int organisation : organisations(connection)) {
            choose(connection, Integer.toString(organisation));
            if (has(connection, playbook)) {
                if (!known) {
                    out.print(header());
                }
                known = true;
                audit(connection, organisation, playbook);
                choose(connection, Integer.toString(organisation));
                rows(connection, playbook, out);
            }
        }
        connection.rollback();
        out.flush();
        return known;
    }

    private static List<Integer> organisations(Connection connection) throws SQLException {
        choose(connection, "*");
        List<Integer> ids = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id from organisation order by id")) {
            while (rows.next()) {
                ids.add(rows.getInt(1));
            }
        }
        return ids;
    }

    private static void choose(Connection connection, String organisation) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select set_config('branchline.organisation', ?, true)")) {
            statement.setString(1, organisation);
            statement.execute();
        }
    }

    private static boolean has(Connection connection, String playbook) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select 1 from playbook_version where playbook = ? limit 1")) {
            statement.setString(1, playbook);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void audit(Connection connection, int organisation, String playbook) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into audit (organisation, who, what, subjects) values (?, 'command line', ?, array[?])")) {
            statement.setInt(1, organisation);
            statement.setString(2, EXPORTED);
            statement.setString(3, SUBJECT + playbook);
            statement.execute();
        }
        connection.commit();
    }

    private static void rows(Connection connection, String playbook, PrintStream out) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(SELECT + " and e.playbook = ? order by e.run, e.question")) {
            statement.setFetchSize(FETCH);
            statement.setString(1, playbook);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    List<@Nullable Object> cells = new ArrayList<>();
                    for (String column : COLUMNS) {
                        cells.add(rows.getObject(column));
                    }
                    out.print(Csv.line(cells));
                }
            }
        }
    }
}
