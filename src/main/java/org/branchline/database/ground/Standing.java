package org.branchline.database.ground;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.branchline.database.DatabaseAddress;
import org.branchline.database.StartProblem;

/**
 * What the role of a given {@code DATABASE_URL} may do.
 *
 * @param version as {@code server_version_num}, e.g. 140011
 * @param unbound superuser, or allowed to bypass row-level security
 * @param owner may create in the database or owns the schema: it migrates, and the service then acts as the group
 * @param makesRoles may create roles
 * @param groupThere whether {@code branchline_service} exists
 * @param member whether the role may act as that group
 */
record Standing(int version, boolean unbound, boolean owner, boolean makesRoles, boolean groupThere, boolean member) {

    static final int OLDEST = 14;

    static Standing of(Connection connection) throws SQLException {
        // In two steps: pg_has_role fails for a group that is not there.
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select current_setting('server_version_num')::int,
                               r.rolsuper or r.rolbypassrls,
                               has_database_privilege(current_database(), 'create')
                                 or coalesce((select n.nspowner = r.oid from pg_namespace n where n.nspname = 'branchline'), false),
                               r.rolcreaterole,
                               g.oid is not null,
                               coalesce(pg_has_role(r.oid, g.oid, 'member'), false)
                        from pg_roles r left join pg_roles g on g.rolname = 'branchline_service'
                        where r.rolname = current_user
                        """)) {
            row.next();
            return new Standing(
                    row.getInt(1),
                    row.getBoolean(2),
                    row.getBoolean(3),
                    row.getBoolean(4),
                    row.getBoolean(5),
                    row.getBoolean(6));
        }
    }

    /** Why the service does not start as this role: a server too old, or a role that row-level security does not bind. */
    Optional<StartProblem> refusal(DatabaseAddress address) {
        if (version < OLDEST * 10_000) {
            return Optional.of(new StartProblem("DATABASE_URL: the server at " + address.place() + " is Postgres "
                    + version / 10_000 + ", the service needs " + OLDEST + " or newer: upgrade it."));
        }
        if (unbound) {
            return Optional.of(new StartProblem(
                    "DATABASE_URL: " + address.user() + " is a superuser or bypasses row-level security,"
                            + " which holds organisations apart. Give an owner without those rights, as a superuser:"
                            + " CREATE ROLE branchline_service NOLOGIN; CREATE ROLE branchline_owner LOGIN PASSWORD '...'"
                            + " IN ROLE branchline_service; ALTER DATABASE \"" + address.database()
                            + "\" OWNER TO branchline_owner;"));
        }
        // The schema is granted to the group alone. An owner may make it; where there is none yet, the owner has not
        // migrated.
        return member || (owner ? makesRoles : !groupThere) ? Optional.empty() : Optional.of(groupMissing(address));
    }

    /** As the server calls itself, for example {@code 18.6}. */
    String release() {
        return version / 10_000 + "." + version % 10_000;
    }

    StartProblem groupMissing(DatabaseAddress address) {
        return new StartProblem("DATABASE_URL: " + address.user() + " cannot act as branchline_service, the role the"
                + " service works as. As a superuser run: " + groupSql(address.user()));
    }

    String groupSql(String user) {
        String create = groupThere ? "" : "CREATE ROLE branchline_service NOLOGIN; ";
        return member ? create : create + "GRANT branchline_service TO \"" + user.replace("\"", "\"\"") + "\";";
    }
}
