package org.branchline.campaign.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.branchline.intake.Speech;
import org.branchline.intake.Word;

/** What the report says, as a page whose values are still unescaped. */
final class ReportText {

    static final Speech SPEECH = Speech.of("report");

    private ReportText() {}

    static ReportPage page(Part part, List<Chapter.Told> chapters) {
        String language = part.language();
        List<Column> columns =
                chapters.stream().flatMap(told -> told.columns().stream()).toList();
        Table table = Table.of(part, columns, SPEECH.in(language, "nowhere"));
        String month = part.month().name(language);
        String branch = plain(Word.ONE.of(part.organisation(), language, "branch"));
        return new ReportPage(
                language,
                plain(part.organisation().name()),
                month,
                asOf(part),
                SPEECH.in(language, "intro"),
                SPEECH.in(language, "short"),
                chapters.stream()
                        .flatMap(told -> told.sentences().stream())
                        .map(ReportText::plain)
                        .toList(),
                SPEECH.in(language, "table", "Branch", capital(branch, language), "branch", branch),
                SPEECH.in(language, "table.about", "month", month),
                capital(branch, language),
                columns.stream().map(column -> plain(column.head())).toList(),
                table.lines().stream().map(line -> line(columns, line)).toList(),
                SPEECH.in(language, "total"),
                shown(columns, table.totals()),
                SPEECH.in(language, "read"),
                explained(columns),
                notes(part, table));
    }

    private static String asOf(Part part) {
        String language = part.language();
        Month month = part.month();
        String day = Speech.day(language, month.now().atZone(month.zone()).toLocalDate());
        return SPEECH.in(language, month.underWay() ? "as_of.so_far" : "as_of", "day", day);
    }

    private static ReportPage.Line line(List<Column> columns, Table.Line line) {
        return new ReportPage.Line(plain(line.name()), line.depth(), line.sum(), shown(columns, line.figures()));
    }

    private static List<String> shown(List<Column> columns, List<Integer> figures) {
        return IntStream.range(0, figures.size())
                .mapToObj(place -> columns.get(place).shown(figures.get(place)))
                .toList();
    }

    private static List<ReportPage.Explained> explained(List<Column> columns) {
        return columns.stream()
                .map(column -> new ReportPage.Explained(plain(column.head()), plain(column.about())))
                .toList();
    }

    private static List<String> notes(Part part, Table table) {
        List<String> notes = new ArrayList<>();
        if (table.lines().stream().anyMatch(Table.Line::sum)) {
            notes.add(SPEECH.in(part.language(), "note.sum"));
        }
        notes.add(SPEECH.in(part.language(), "note.counts"));
        return notes;
    }

    private static String capital(String word, String language) {
        return word.isEmpty()
                ? word
                : word.substring(0, 1).toUpperCase(Locale.forLanguageTag(language)) + word.substring(1);
    }

    /** Without what XML has no place for: control characters and half characters. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().filter(ReportText::speaks).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean speaks(int letter) {
        return !Character.isISOControl(letter)
                && Character.getType(letter) != Character.SURROGATE
                && (letter & 0xFFFE) != 0xFFFE;
    }
}
