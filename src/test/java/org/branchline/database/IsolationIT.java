package org.branchline.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.branchline.database.ground.Ground;
import org.branchline.database.ground.SuiteGround;
import org.junit.jupiter.api.Test;

/** The catalogue itself says that organisations are held apart. */
class IsolationIT {

    private final Ground ground = SuiteGround.shared();

    @Test
    void every_table_forces_row_level_security_with_a_policy() throws SQLException {
        // When
        List<String> open = names("""
                select c.relname from pg_class c
                where c.relnamespace = 'branchline'::regnamespace and c.relkind in ('r', 'p')
                  and c.relname <> 'flyway_schema_history'
                  and not (c.relrowsecurity and c.relforcerowsecurity
                           and exists (select from pg_policy p where p.polrelid = c.oid))
                """);

        // Then
        assertThat(open).isEmpty();
    }

    @Test
    void every_key_begins_with_the_organisation() throws SQLException {
        // When
        List<String> others = names("""
                select c.relname from pg_class c
                left join pg_index i on i.indrelid = c.oid and i.indisprimary
                left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
                where c.relnamespace = 'branchline'::regnamespace and c.relkind in ('r', 'p')
                  and c.relname <> 'flyway_schema_history' and a.attname is distinct from 'organisation'
                order by 1
                """);

        // Then: the organisation's own key is its id, and one row belongs to the installation.
        assertThat(others).containsExactly("installation", "organisation");
    }

    @Test
    void the_service_owns_nothing_and_bypasses_nothing() throws SQLException {
        // When
        List<String> rights = names("""
                select c.relname from pg_class c join pg_roles r on r.oid = c.relowner
                where c.relnamespace = 'branchline'::regnamespace and pg_has_role(current_user, r.oid, 'member')
                union all
                select rolname from pg_roles where (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
                  and pg_has_role(current_user, oid, 'member')
                """);

        // Then
        assertThat(rights).isEmpty();
    }

    @Test
    void a_view_yields_the_organisation_that_is_set() throws SQLException {
        // Given
        try (Connection connection = ground.connect();
                Statement statement = connection.createStatement()) {
            List<Integer> ids = new ArrayList<>();
            for (String key : List.of("one", "two")) {
                ids.add(newOrganisation(statement, "view-" + key));
                statement.execute("insert into audit (organisation, who, what, subjects) values ("
                        + ids.get(ids.size() - 1) + ", '" + key + "', 'looked', '{}')");
            }

            // When
            statement.execute("set branchline.organisation = '" + ids.get(0) + "'");

            // Then
            assertThat(names(statement, "select who from audit")).containsExactly("one");
        }
    }

    static int newOrganisation(Statement statement, String key) throws SQLException {
        int id = Integer.parseInt(
                names(statement, "select nextval('organisation_id_seq')").get(0));
        statement.execute("set branchline.organisation = '" + id + "'");
        statement.execute(
                "insert into organisation (id, key, name) values (" + id + ", '" + key + "-" + id + "', 'N')");
        return id;
    }

    private List<String> names(String sql) throws SQLException {
        try (Connection connection = ground.connect();
                Statement statement = connection.createStatement()) {
            return names(statement, sql);
        }
    }

    static List<String> names(Statement statement, String sql) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
