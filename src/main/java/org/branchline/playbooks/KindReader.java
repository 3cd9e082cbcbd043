package org.branchline.playbooks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.branchline.conversation.playbook.Kind;
import org.branchline.conversation.playbook.Option;
import org.branchline.conversation.playbook.Texts;
import org.branchline.playbooks.reading.FileReport;
import org.branchline.playbooks.reading.Nearest;
import org.branchline.playbooks.reading.Node;

/** Reads what kind of answer a question takes, and refuses keys that belong to other kinds. */
final class KindReader {

    private static final BigDecimal MOST = new BigDecimal("999999");

    /** Keys that only some kinds have. */
    private static final Map<String, Set<String>> OWN_KEYS = Map.of(
            "options", Set.of("one", "several"),
            "own_words", Set.of("one", "several"),
            "choose", Set.of("several"),
            "range", Set.of("number", "date"),
            "decimals", Set.of("number"),
            "unit", Set.of("number"),
            "purpose", Set.of("consent"),
            "version", Set.of("consent"),
            "more", Set.of("consent"));

    private final TextReader texts;
    private final FileReport report;
    private final Map<String, Function<Node, Kind>> kinds = Map.ofEntries(
            Map.entry("note", node -> new Kind.Note()),
            Map.entry("yes_no", node -> new Kind.YesNo()),
            Map.entry("one", node -> new Kind.One(options(node), ownWords(node))),
            Map.entry("several", this::several),
            Map.entry("number", this::number),
            Map.entry("date", this::date),
            Map.entry("short_text", node -> new Kind.ShortText()),
            Map.entry("long_text", node -> new Kind.LongText()),
            Map.entry("availability", node -> new Kind.Availability()),
            Map.entry("language", node -> new Kind.Language()),
            Map.entry("name", node -> new Kind.Name()),
            Map.entry("consent", this::consent),
            Map.entry("branch", node -> new Kind.Branch()),
            Map.entry("timezone", node -> new Kind.Timezone()));

    KindReader(TextReader texts, FileReport report) {
        this.texts = texts;
        this.report = report;
    }

    Optional<Kind> read(Node question) {
        String name = question.text("kind").orElse("");
        Function<Node, Kind> kind = kinds.get(name);
        if (kind == null) {
            report.error(
                    question.place("kind"),
                    name.isEmpty() ? "the question has no kind" : "there is no kind \"" + name + "\"",
                    Nearest.hint(name, kinds.keySet().stream().sorted().toList()));
            return Optional.empty();
        }
        for (Node.Entry entry : question.entries()) {
            Set<String> owners = OWN_KEYS.getOrDefault(entry.key(), Set.of(name));
            if (!owners.contains(name)) {
                report.error(
                        entry.place(),
                        "\"" + entry.key() + "\" means nothing for kind " + name,
                        "it belongs to kind "
                                + String.join(" or ", owners.stream().sorted().toList()));
            }
        }
        return Optional.of(kind.apply(question));
    }

    private List<Option> options(Node question) {
        List<Option> options = new ArrayList<>();
        for (Node.Entry entry : question.at("options").map(Node::entries).orElse(List.of())) {
            Optional<Texts> label = texts.read(entry.value());
            if (label.isPresent()) {
                options.add(new Option(entry.key(), label.get()));
            } else {
                report.error(
                        entry.place(), "the option \"" + entry.key() + "\" has no text", "write it in every language");
            }
        }
        return options;
    }

    private static boolean ownWords(Node question) {
        return question.text("own_words").equals(Optional.of("true"));
    }

    private Kind several(Node question) {
        List<Option> options = options(question);
        int most = options.size() + (ownWords(question) ? 1 : 0);
        Range choose = range(question, "choose").orElse(new Range(BigDecimal.ONE, BigDecimal.valueOf(most)));
        return new Kind.Several(
                options, choose.least().intValue(), choose.most().intValue(), ownWords(question));
    }

    private Kind number(Node question) {
        Range range = range(question, "range").orElse(new Range(BigDecimal.ZERO, MOST));
        int decimals = question.text("decimals")
                .filter(text -> text.matches("[0-6]"))
                .map(Integer::parseInt)
                .orElse(0);
        return new Kind.Figure(range.least(), range.most(), decimals, texts.optional(question, "unit"));
    }

    private Kind date(Node question) {
        Optional<String> written = question.text("range");
        Optional<DayRange> range = written.flatMap(DayRange::parse);
        if (written.isPresent() && range.isEmpty()) {
            report.error(
                    question.place("range"),
                    "\"" + written.get() + "\" does not fit \"range\" of kind date",
                    "write days of the calendar, for example 2027-01-01 to 2027-05-04, or today to +12 months");
        }
        return range.map(days -> new Kind.Date(days.first(), days.last())).orElse(Kind.Date.ANY);
    }

    private Kind consent(Node question) {
        Optional<Texts> ask = question.at("ask").flatMap(texts::read);
        String wording = ask.map(text -> text.byLanguage().toString()).orElse("");
        return new Kind.Consent(
                question.text("purpose").orElse("campaign"),
                question.text("version").orElseGet(() -> Version.of(wording)),
                texts.optional(question, "more"));
    }

    private Optional<Range> range(Node question, String key) {
        Optional<String> written = question.text(key);
        Optional<Range> range = written.flatMap(Range::parse);
        if (written.isPresent() && range.isEmpty()) {
            report.error(
                    question.place(key),
                    "\"" + written.get() + "\" does not fit \"" + key + "\"",
                    "write for example 1 to 3");
        }
        return range;
    }
}
