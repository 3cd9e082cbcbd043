package org.branchline.upgrade;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Rows of organisations as text, in the way pg_dump writes them: a {@code COPY} for each table, referenced ones first. */
final class Rows {

    /** One {@code COPY}: its head, which names table and columns, and its rows. */
    private static final Pattern BLOCK = Pattern.compile(
            "^(copy (\\w+) \\([^\\n]*\\) from stdin);\\n(.*?)^\\\\\\.\\n", Pattern.MULTILINE | Pattern.DOTALL);

    /** New rows get numbers above those that are there. */
    private static final String NUMBERS = """
            do $$
            declare
              c record;
            begin
              for c in select attrelid::regclass as of_table, attname as name from pg_attribute
                  where attidentity <> '' and attrelid in (
                    select oid from pg_class where relnamespace = 'branchline'::regnamespace) loop
                execute format('select setval(pg_get_serial_sequence(%L, %L), coalesce(max(%I), 0) + 1, false) from %s',
                    c.of_table, c.name, c.name, c.of_table);
              end loop;
            end $$;
            """;

    /** In one state, of a table that no other refers to, of one organisation: the calendar alone would have thousands. */
    private static final int MOST = 60;

    private Rows() {}

    /** Writes the rows of these organisations, and the one row of the installation. */
    static void write(Schema schema, Set<Integer> organisations, Path file) throws SQLException, IOException {
        Set<String> referenced = schema.referenced();
        try (Writer out = Files.newBufferedWriter(file)) {
            for (String table : schema.tables()) {
                String columns = String.join(", ", schema.columns(table));
                StringWriter rows = new StringWriter();
                copying(schema.connection())
                        .copyOut(
                                "copy (select " + columns + " from (" + chosen(schema, table, organisations)
                                        + ") t where nth <= " + (referenced.contains(table) ? Integer.MAX_VALUE : MOST)
                                        + " order by t::text) to stdout",
                                rows);
                out.write("copy " + table + " (" + columns + ") from stdin;\n" + rows + "\\.\n");
            }
        }
    }

    /** The rows of a table, counted within their organisation and state. */
    private static String chosen(Schema schema, String table, Set<Integer> organisations) throws SQLException {
        Optional<String> organisation = schema.organisationOf(table);
        if (organisation.isEmpty()) {
            return "select *, 1 as nth from " + table;
        }
        List<String> alike = new ArrayList<>(List.of(organisation.get()));
        schema.columns(table).stream().filter(Variety.STATES::contains).forEach(alike::add);
        return "select *, row_number() over (partition by " + String.join(", ", alike)
                + " order by r::text) as nth from "
                + table + " r where " + organisation.get() + " in ("
                + organisations.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")";
    }

    /** Puts rows in as they were: no trigger fires, every reference is checked. */
    static void read(Connection superuser, Path file) throws SQLException, IOException {
        superuser.setAutoCommit(false);
        try (Statement statement = superuser.createStatement()) {
            for (Matcher block = BLOCK.matcher(Files.readString(file)); block.find(); ) {
                String table = block.group(2);
                statement.execute("alter table " + table + " disable trigger user");
                // A migration makes the installation's one row.
                statement.execute("delete from " + table);
                copying(superuser).copyIn(block.group(1), new StringReader(block.group(3)));
                statement.execute("alter table " + table + " enable trigger user");
            }
            statement.execute(NUMBERS);
        }
        superuser.commit();
        superuser.setAutoCommit(true);
    }

    /** The organisation of each row that stands in a file, sorted, by table. */
    static Map<String, List<String>> organisations(Path file) throws IOException {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (Matcher block = BLOCK.matcher(Files.readString(file)); block.find(); ) {
            List<String> organisations = new ArrayList<>();
            block.group(3).lines().forEach(line -> organisations.add(line.substring(0, line.indexOf('\t'))));
            organisations.sort(null);
            all.put(block.group(2), organisations);
        }
        return all;
    }

    private static CopyManager copying(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }
}
