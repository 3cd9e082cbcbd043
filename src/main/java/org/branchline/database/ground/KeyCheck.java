package org.branchline.database.ground;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.branchline.database.DataKey;
import org.branchline.database.StartProblem;

/** The first key that meets a database is the one it keeps. */
final class KeyCheck {

    private static final String KEPT = "select key_check from installation";

    private KeyCheck() {}

    /** @throws StartProblem when the data was encrypted with another key */
    static void of(Connection connection, DataKey key) throws SQLException {
        if (kept(connection).isEmpty()) {
            try (PreparedStatement keep =
                    connection.prepareStatement("update installation set key_check = ? where key_check is null")) {
                keep.setBytes(1, key.check());
                keep.executeUpdate();
            }
        }
        refusal(connection, key).ifPresent(problem -> {
            throw problem;
        });
    }

    /** Whether the database met a key. */
    static boolean met(Connection connection) throws SQLException {
        return kept(connection).isPresent();
    }

    /** Why the service does not start with this key; nothing where the database met none yet. */
    static Optional<StartProblem> refusal(Connection connection, DataKey key) throws SQLException {
        return kept(connection)
                .filter(kept -> !MessageDigest.isEqual(kept, key.check()))
                .map(other -> new StartProblem(
                        "The data key is not the one this database was encrypted with: set DATA_KEY (or restore"
                                + " data.key in DATA_DIR) to the key used before."));
    }

    private static Optional<byte[]> kept(Connection connection) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(KEPT);
                ResultSet row = read.executeQuery()) {
            return row.next() ? Optional.ofNullable(row.getBytes(1)) : Optional.empty();
        }
    }
}
