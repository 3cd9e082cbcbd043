package org.branchline.upgrade;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the catalogue says of our tables. Its connection is a superuser's, who sees the rows of all organisations. */
record Schema(Connection connection) {

    private static final String TABLES = """
            select relname from pg_class
            where relnamespace = 'branchline'::regnamespace and relkind = 'r' and relname <> 'flyway_schema_history'
            order by 1
            """;

    /** Referenced ones before those that refer to them. */
    List<String> tables() throws SQLException {
        List<String> left = texts(TABLES);
        Set<String> references = new HashSet<>(texts("""
                select conrelid::regclass || ' ' || confrelid::regclass from pg_constraint
                where contype = 'f' and conrelid <> confrelid and connamespace = 'branchline'::regnamespace
                """));
        List<String> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            List<String> free = left.stream()
                    .filter(table -> left.stream().noneMatch(other -> references.contains(table + " " + other)))
                    .toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("These tables refer to one another: " + left);
            }
            ordered.addAll(free);
            left.removeAll(free);
        }
        return ordered;
    }

    /** Tables that another one refers to. */
    Set<String> referenced() throws SQLException {
        return Set.copyOf(texts("select distinct confrelid::regclass from pg_constraint where contype = 'f'"));
    }

    List<String> columns(String table) throws SQLException {
        return texts("select attname from pg_attribute where attrelid = '" + table
                + "'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum");
    }

    /** The column that holds the organisation. */
    Optional<String> organisationOf(String table) throws SQLException {
        if (table.equals("organisation")) {
            return Optional.of("id");
        }
        return columns(table).stream().filter("organisation"::equals).findFirst();
    }

    List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
