package org.branchline.playbooks.reading;

import java.util.List;

/** The languages a file says it is written in. */
public final class Languages {

    private Languages() {}

    /** The languages in order, the first of which is the fallback; none is reported. */
    public static List<String> of(Node root, FileReport report) {
        List<String> languages = root.at("languages").map(Node::items).orElse(List.of()).stream()
                .flatMap(item -> item.text().stream())
                .toList();
        if (languages.isEmpty()) {
            report.error(root.place("languages"), "no language is given", "write for example languages: [en, da]");
        }
        return languages;
    }
}
