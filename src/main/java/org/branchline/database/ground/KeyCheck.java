package org.branchline.database.ground;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.branchline.database.DataKey;
import org.branchline.database.StartProblem;

/** The first key that meets a database is the one it keeps. */
final class KeyCheck {

    private KeyCheck() {}

    /** @throws StartProblem when the data was encrypted with another key */
    static void of(Connection connection, DataKey key) throws SQLException {
        try (PreparedStatement keep =
                        connection.prepareStatement("update installation set key_check = ? where key_check is null");
                PreparedStatement read = connection.prepareStatement("select key_check from installation")) {
            try (ResultSet row = read.executeQuery()) {
                if (row.next() && row.getBytes(1) != null) {
                    compare(row.getBytes(1), key);
                    return;
                }
            }
            keep.setBytes(1, key.check());
            keep.executeUpdate();
            try (ResultSet row = read.executeQuery()) {
                row.next();
                compare(row.getBytes(1), key);
            }
        }
    }

    private static void compare(byte[] kept, DataKey key) {
        if (!MessageDigest.isEqual(kept, key.check())) {
            throw new StartProblem(
                    "The data key is not the one this database was encrypted with: set DATA_KEY (or restore"
                            + " data.key in DATA_DIR) to the key used before.");
        }
    }
}
