package org.branchline.database.ground;

import java.sql.SQLException;
import javax.net.ssl.SSLException;
import org.branchline.database.DatabaseAddress;
import org.branchline.database.StartProblem;
import org.jspecify.annotations.Nullable;

/** What a refused connection means for the operator. */
final class DatabaseProblems {

    private DatabaseProblems() {}

    static StartProblem of(SQLException failure, DatabaseAddress address) {
        return new StartProblem("DATABASE_URL: " + line(failure, address));
    }

    private static String line(SQLException failure, DatabaseAddress address) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (tls(failure)) {
            return "TLS with " + address.place() + " failed (sslmode="
                    + address.tls().parameter() + "), " + failure.getMessage() + " Check sslmode and sslrootcert.";
        }
        return switch (state) {
            case "28P01", "28000" ->
                "the server at " + address.place() + " refused user " + address.user() + ": check user and password.";
            case "3D000" ->
                "the server has no database " + address.database() + ": create it with CREATE DATABASE \""
                        + address.database() + "\" OWNER branchline_owner (README, A Postgres of your own).";
            case "53300" -> "the server at " + address.place() + " has no connection left: raise max_connections.";
            case "57P03" -> "the server at " + address.place() + " is starting or stopping: try again.";
            case "08001", "08006", "08004" ->
                "the server at " + address.place() + " cannot be reached: check host, port and that it runs.";
            default -> "the server at " + address.place() + " answered: " + failure.getMessage();
        };
    }

    private static boolean tls(SQLException failure) {
        String said = String.valueOf(failure.getMessage());
        return has(failure, SSLException.class)
                || said.contains("SSL")
                || said.contains("certificate")
                || said.contains("verified");
    }

    private static boolean has(@Nullable Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
