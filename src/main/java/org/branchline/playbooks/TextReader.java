package org.branchline.playbooks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.branchline.conversation.playbook.Texts;
import org.branchline.playbooks.reading.FileReport;
import org.branchline.playbooks.reading.Nearest;
import org.branchline.playbooks.reading.Node;
import org.jspecify.annotations.Nullable;

/** Reads texts in several languages, the fallback first whatever their order in the file. */
public final class TextReader {

    private final List<String> languages;
    private final FileReport report;

    /**
     * A reader for one file.
     *
     * @param languages the first is the fallback
     */
    public TextReader(List<String> languages, FileReport report) {
        this.languages = List.copyOf(languages);
        this.report = report;
    }

    /** The texts under a key; reported when there are none. */
    public Optional<Texts> required(Node node, String key) {
        Optional<Texts> texts = node.at(key).flatMap(this::read);
        if (texts.isEmpty()) {
            report.error(node.place(key), "\"" + key + "\" is missing", "write it in " + String.join(", ", languages));
        }
        return texts;
    }

    /** The texts under a key, null when there are none. */
    public @Nullable Texts optional(Node node, String key) {
        return node.at(key).flatMap(this::read).orElse(null);
    }

    /** The texts a node holds; languages that are not the file's are reported. */
    public Optional<Texts> read(Node node) {
        Map<String, String> written = new LinkedHashMap<>();
        for (String language : languages) {
            node.text(language).map(String::stripTrailing).ifPresent(text -> written.put(language, text));
        }
        for (Node.Entry entry : node.entries()) {
            if (!languages.contains(entry.key())) {
                report.error(
                        entry.place(),
                        "the language \"" + entry.key() + "\" is not one of the file's",
                        Nearest.hint(entry.key(), languages));
            }
        }
        return written.isEmpty() ? Optional.empty() : Optional.of(Texts.of(written));
    }
}
