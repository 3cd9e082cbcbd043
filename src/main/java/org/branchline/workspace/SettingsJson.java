package org.branchline.workspace;

import java.util.Optional;
import org.branchline.playbooks.reading.Json;
import org.branchline.playbooks.reading.Node;

/**
 * What is kept of {@code organisation.yaml} and {@code links.yaml} for the rooms that speak in the organisation's name: the
 * file's own keys, and {@code links} beside them.
 */
final class SettingsJson {

    private SettingsJson() {}

    static String of(Node organisation, Optional<Node> links) {
        return Json.text(
                organisation,
                links.flatMap(root -> root.at("links")).stream()
                        .map(list -> new Node.Entry(list.place(), "links", list))
                        .toList());
    }
}
