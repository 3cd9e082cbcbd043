package org.branchline.desk.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.branchline.campaign.enrolling.Field;
import org.branchline.campaign.enrolling.Lines;
import org.branchline.campaign.enrolling.UnreadableException;
import org.branchline.campaign.enrolling.Written;
import org.branchline.playbooks.reading.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * A table of members as spreadsheets write it: UTF-8 with or without its mark, separated by comma, semicolon or tab as
 * the first line is, which names the fields. Attributes are columns such as {@code attribute.skills}, their values
 * separated by semicolons or bars.
 */
final class CsvLines implements Lines {

    private static final int LOOK_AHEAD = 4_096;

    private final BoundedReader bounded;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> columns;

    CsvLines(InputStream body) throws IOException {
        this.bounded = new BoundedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        BufferedReader reader = new BufferedReader(bounded);
        this.parser = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(reader))
                .setIgnoreEmptyLines(true)
                .get()
                .parse(reader);
        this.records = parser.iterator();
        this.columns = columns(record());
    }

    private static char delimiter(BufferedReader reader) throws IOException {
        reader.mark(LOOK_AHEAD + 1);
        char found = ',';
        boolean quoted = false;
        for (int i = 0; i < LOOK_AHEAD; i++) {
            int next = reader.read();
            quoted ^= next == '"';
            if (next < 0 || next == '\n' || next == ',') {
                break;
            }
            if (!quoted && (next == ';' || next == '\t')) {
                found = (char) next;
                break;
            }
        }
        reader.reset();
        return found;
    }

    private static List<String> columns(@Nullable CSVRecord header) throws UnreadableException {
        if (header == null) {
            throw new UnreadableException(
                    "line 1", "is missing; it names the columns, for example chat_id,name,consent_source,consent_at");
        }
        List<String> columns = new ArrayList<>();
        List<String> known = Field.words();
        for (String cell : header) {
            String column = cell.strip();
            if (!column.startsWith(Field.ATTRIBUTE) && !known.contains(column)) {
                throw new UnreadableException(
                        "line 1",
                        "there is no column \"" + (column.length() > 40 ? column.substring(0, 39) + "…" : column)
                                + "\", " + Nearest.hint(column, known));
            }
            if (columns.contains(column)) {
                throw new UnreadableException("line 1", "the column " + column + " stands there twice");
            }
            columns.add(column);
        }
        return columns;
    }

    @Override
    public @Nullable Written next() throws IOException {
        CSVRecord record = record();
        if (record == null) {
            return null;
        }
        long line = began(record);
        Map<String, String> fields = new HashMap<>();
        Map<String, List<String>> attributes = new HashMap<>();
        List<String> problems = record.size() == columns.size()
                ? List.of()
                : List.of("has " + record.size() + " cells, the first line has " + columns.size()
                        + "; put what holds a separator in quotes");
        for (int i = 0; i < Math.min(record.size(), columns.size()); i++) {
            String column = columns.get(i);
            String cell = record.get(i).strip();
            if (cell.isEmpty()) {
                continue;
            }
            if (column.startsWith(Field.ATTRIBUTE)) {
                attributes.put(column.substring(Field.ATTRIBUTE.length()), List.of(cell.split("\\s*[;|]\\s*")));
            } else {
                fields.put(column, cell);
            }
        }
        return new Written(line, place(line), fields, attributes, problems);
    }

    private @Nullable CSVRecord record() throws IOException {
        long before = parser.getCurrentLineNumber();
        try {
            CSVRecord record = records.hasNext() ? records.next() : null;
            bounded.next(parser.getCurrentLineNumber() + 1);
            return record;
        } catch (UncheckedIOException broken) {
            IOException cause = broken.getCause();
            throw cause instanceof CSVException
                    ? new UnreadableException(
                            place(before + 1),
                            "ends in the middle, or has a stray quote; a cell in quotes writes each quote twice")
                    : cause;
        }
    }

    /** Where a record begins: cells may hold lines of their own. */
    private long began(CSVRecord record) {
        long within = record.stream()
                .mapToLong(cell -> cell.lines().count() <= 1 ? 0 : cell.lines().count() - 1)
                .sum();
        return parser.getCurrentLineNumber() - within;
    }

    @Override
    public String place(long number) {
        return "line " + number;
    }
}
