package org.branchline.workspace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.branchline.conversation.playbook.Texts;
import org.branchline.playbooks.reading.FileReport;
import org.branchline.playbooks.reading.Nearest;
import org.branchline.playbooks.reading.Node;
import org.jspecify.annotations.Nullable;

/** Reads an organisation's texts: one for all languages, or one for each of them. */
final class LocalTexts {

    private final List<String> languages;
    private final FileReport report;

    LocalTexts(List<String> languages, FileReport report) {
        this.languages = languages;
        this.report = report;
    }

    List<String> languages() {
        return languages;
    }

    /** Empty where there is no text; the schema says so where there must be one. */
    Optional<Texts> at(Node node, String key) {
        Map<String, String> written = node.at(key).map(this::byLanguage).orElse(Map.of());
        return written.isEmpty() ? Optional.empty() : Optional.of(Texts.of(written));
    }

    @Nullable
    Texts orNull(Node node, String key) {
        return at(node, key).orElse(null);
    }

    /** By language, the fallback first. */
    Map<String, String> byLanguage(Node node) {
        Map<String, String> written = new LinkedHashMap<>();
        Optional<String> one = node.text();
        if (one.isPresent()) {
            languages.forEach(language -> written.put(language, one.get().strip()));
            return written;
        }
        languages.forEach(language -> node.text(language)
                .map(String::strip)
                .ifPresentOrElse(text -> written.put(language, text), () -> missing(node, language)));
        for (Node.Entry entry : node.entries()) {
            if (!languages.contains(entry.key())) {
                report.error(
                        entry.place(),
                        "\"" + entry.key() + "\" is not one of the organisation's languages",
                        Nearest.hint(entry.key(), languages));
            }
        }
        return written;
    }

    private void missing(Node node, String language) {
        report.error(
                node.place(),
                "the text in \"" + language + "\" is missing",
                "write it, or take the language out of organisation.yaml");
    }
}
