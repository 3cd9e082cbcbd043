package org.branchline.journey;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.branchline.database.ground.SuiteGround;
import org.branchline.roster.joining.LinkCode;

/** What Postgres holds of Labour International, read and written beside the service. */
final class Kept {

    private Kept() {}

    /** Question and answer, as the export has them, of what a person told the skills audit. */
    static Map<String, String> answers(long person) {
        Map<String, String> answers = new TreeMap<>();
        inOrganisation("""
                select e.question, e.answer_text from answer_export e
                join organisation o on o.key = e.organisation
                join member m on m.organisation = o.id and m.id = e.member
                where e.playbook = 'skills-audit' and m.telegram_user = ?
                """, statement -> {
            statement.setLong(1, person);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    answers.put(rows.getString(1), rows.getString(2));
                }
            }
        });
        return answers;
    }

    /** How often a question was answered, changes counted. */
    static int timesAnswered(long person, String question) {
        return number("""
                select count(*) from answer_history h join member m on m.id = h.member
                where m.telegram_user = ? and h.question = ?
                """, statement -> {
            statement.setLong(1, person);
            statement.setString(2, question);
        });
    }

    /** Updates whose handling failed, whether they were given up or are still tried. */
    static int failedUpdates() {
        return number("select (select count(*) from dead_letter) + (select count(*) from update_try)", statement -> {});
    }

    /** How many updates of a person are kept as {@code parked} or {@code dead}. */
    static int updates(long person, String state) {
        return number("select count(*) from dead_letter where chat = ? and state = ?", statement -> {
            statement.setLong(1, person);
            statement.setString(2, state);
        });
    }

    /** Removes the updates of a person that were given up, on which no other test is to stumble. */
    static void forgetUpdates(long person) {
        inOrganisation("delete from dead_letter where chat = ?", statement -> {
            statement.setLong(1, person);
            statement.executeUpdate();
        });
    }

    /** Another process held the bot's lease and is gone: how often it changed hands so far. */
    static int loseLease() {
        inOrganisation(
                "update bot set holder = gen_random_uuid(), held_until = clock_timestamp()",
                PreparedStatement::executeUpdate);
        return fence();
    }

    /** How often the bot's lease changed hands. */
    static int fence() {
        return number("select max(fence) from bot", statement -> {});
    }

    private static int number(String sql, Work parameters) {
        int[] number = new int[1];
        inOrganisation(sql, statement -> {
            parameters.with(statement);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                number[0] = row.getInt(1);
            }
        });
        return number[0];
    }

    /** The start payload of a new join link of a branch. */
    static String link(String branch) {
        LinkCode code = LinkCode.random();
        inOrganisation("""
                insert into join_link (organisation, code, branch, expires_at)
                select organisation, ?, id, clock_timestamp() + interval '1 hour' from branch where key = ?
                """, statement -> {
            statement.setString(1, code.text());
            statement.setString(2, branch);
            statement.executeUpdate();
        });
        return code.payload();
    }

    /** Somebody looks after a branch from now on. */
    static void captain(long person, String branch) {
        grant(person, "captain", branch);
    }

    /** Somebody runs the campaign in a branch from now on. */
    static void coordinator(long person, String branch) {
        grant(person, "coordinator", branch);
    }

    private static void grant(long person, String role, String branch) {
        inOrganisation("""
                insert into member_role (organisation, member, role, branch, granted_by)
                select m.organisation, m.id, ?, b.id, 'test' from member m join branch b
                  on b.organisation = m.organisation and b.key = ? where m.telegram_user = ?
                """, statement -> {
            statement.setString(1, role);
            statement.setString(2, branch);
            statement.setLong(3, person);
            statement.executeUpdate();
        });
    }

    /** Replies are understood once the numbers of the messages they reply to are noted. */
    static void allLeft() {
        Awaitility.await("all have left")
                .atMost(Duration.ofSeconds(20))
                .until(() -> number("select count(*) from outbox where state in ('queued', 'sending')", statement -> {})
                        == 0);
    }

    /** What is held for a minute goes now, once everybody who is to get it is found. */
    static void letGo() {
        Awaitility.await("all are found")
                .atMost(Duration.ofSeconds(20))
                .until(() -> number("select count(*) from broadcast where state = 'creating'", statement -> {}) == 0);
        inOrganisation(
                "update broadcast set goes_at = clock_timestamp() where state = 'going'",
                PreparedStatement::executeUpdate);
        inOrganisation(
                "update outbox set due_at = clock_timestamp() where state = 'held' and due_at < clock_timestamp() + interval '2 minutes'",
                PreparedStatement::executeUpdate);
    }

    private interface Work {
        void with(PreparedStatement statement) throws SQLException;
    }

    private static void inOrganisation(String sql, Work work) {
        try (Connection connection = SuiteGround.shared().connect()) {
            connection.setAutoCommit(false);
            choose(connection, "*");
            choose(connection, labourInternational(connection));
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                work.with(statement);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String labourInternational(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("select id from organisation where key = 'labour-international'");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void choose(Connection connection, String organisation) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select set_config('branchline.organisation', ?, true)")) {
            statement.setString(1, organisation);
            statement.execute();
        }
    }
}
