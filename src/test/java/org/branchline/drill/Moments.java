package org.branchline.drill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

/** What the database says of when something happened. */
final class Moments {

    private static final List<String> COLUMNS = List.of(
            "answer.answered_at",
            "answer_change.answered_at",
            "answer_change.replaced_at",
            "attribute.set_at",
            "audit.at",
            "chat.seen_at",
            "consent.given_at",
            "member.joined_at",
            "outbox.claimed_at",
            "outbox.created_at",
            "outbox.done_at",
            "prompt_asked.asked_at",
            "run.completed_at",
            "run.started_at",
            "run.touched_at",
            "update_seen.seen_at");

    private Moments() {}

    /** How many of them lie before a moment or in the future, by Postgres's clock and to the seconds that a look at it is old. */
    static long outside(Installation installation, OffsetDateTime since) throws SQLException {
        long outside = 0;
        try (Connection owner = installation.owner()) {
            for (String column : COLUMNS) {
                outside += outside(owner, column.substring(0, column.indexOf('.')), column, since);
            }
        }
        return outside;
    }

    private static long outside(Connection owner, String table, String column, OffsetDateTime since)
            throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(
                "select count(*) from " + table + " where " + column + " < ?::timestamptz - interval '1 second' or "
                        + column + " > clock_timestamp() + interval '1 second'")) {
            statement.setObject(1, since);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
