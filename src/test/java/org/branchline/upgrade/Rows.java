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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Rows of organisations as text, in the way pg_dump writes them: a {@code COPY} for each table, referenced ones first. */
final class Rows {

    /** One {@code COPY}: its head, which names table and columns, and its rows. */
    private static final Pattern BLOCK =
            Pattern.compile("^(copy (\\w+) \\(.*\\) from stdin);\\n(.*?)^\\\\\\.\\n", Pattern.MULTILINE | Pattern.DOTALL);

    private Rows() {}

    /** Writes all rows of these organisations, and the one row of the installation. */
    static void write(Schema schema, Set<Integer> organisations, Path file) throws SQLException, IOException {
        String wanted = organisations.stream().map(String::valueOf).collect(Collectors.joining(", "));
        try (Writer out = Files.newBufferedWriter(file)) {
            for (String table : schema.tables()) {
                String columns = String.join(", ", schema.columns(table));
                String which = schema.organisationOf(table)
                        .map(column -> " where " + column + " in (" + wanted + ")")
                        .orElse("");
                StringWriter rows = new StringWriter();
                copying(schema.connection())
                        .copyOut(
                                "copy (select " + columns + " from " + table + " t" + which
                                        + " order by t::text) to stdout",
                                rows);
                out.write("copy " + table + " (" + columns + ") from stdin;\n" + rows + "\\.\n");
            }
        }
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
        }
        superuser.commit();
        superuser.setAutoCommit(true);
    }

    /** The organisation of each row that stands in a file, sorted, by table. */
    static Map<String, List<String>> organisations(Path file) throws IOException {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (Matcher block = BLOCK.matcher(Files.readString(file)); block.find(); ) {
            List<String> organisations = new ArrayList<>();
            block.group(3)
                    .lines()
                    .forEach(line -> organisations.add(line.substring(0, line.indexOf('\t'))));
            organisations.sort(null);
            all.put(block.group(2), organisations);
        }
        return all;
    }

    private static CopyManager copying(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }
}
