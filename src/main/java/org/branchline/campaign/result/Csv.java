package org.branchline.campaign.result;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lines of a file that spreadsheets open without running anything: RFC 4180, and no cell is a formula. */
public final class Csv {

    /** What makes a spreadsheet read a cell as a formula: OWASP, CSV injection. */
    private static final String DANGEROUS = "=+-@\t\r\n＝＋－＠";

    private Csv() {}

    /** One line with its end; null is an empty cell. */
    public static String line(List<? extends @Nullable Object> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        boolean number = value instanceof Number;
        if (!number && !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return text.chars().anyMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
