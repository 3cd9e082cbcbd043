package org.branchline.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.branchline.playbooks.reading.Json;
import org.branchline.playbooks.reading.Node;

/**
 * What is kept of {@code organisation.yaml}, {@code links.yaml} and {@code prompts.yaml} for the rooms that speak and ask in the
 * organisation's name: the first file's own keys, and {@code links} and {@code prompts} beside them.
 */
final class SettingsJson {

    private SettingsJson() {}

    static String of(Node organisation, Optional<Node> links, Optional<Node> prompts) {
        List<Node.Entry> beside = new ArrayList<>();
        list("links", links, beside);
        list("prompts", prompts, beside);
        return Json.text(organisation, beside);
    }

    private static void list(String key, Optional<Node> root, List<Node.Entry> beside) {
        root.flatMap(file -> file.at(key)).ifPresent(list -> beside.add(new Node.Entry(list.place(), key, list)));
    }
}
