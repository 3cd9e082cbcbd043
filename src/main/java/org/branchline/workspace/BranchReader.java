package org.branchline.workspace;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.branchline.playbooks.reading.FileReport;
import org.branchline.playbooks.reading.Node;
import org.branchline.playbooks.reading.Place;
import org.jspecify.annotations.Nullable;

/** Reads {@code branches.yaml}: the tree, parents before children, in the order written. */
final class BranchReader {

    private final LocalTexts texts;
    private final FileReport report;
    private final List<BranchText> branches = new ArrayList<>();
    private final Map<String, Place> seen = new HashMap<>();

    BranchReader(LocalTexts texts, FileReport report) {
        this.texts = texts;
        this.report = report;
    }

    List<BranchText> read(Node root) {
        below(root, null);
        return branches;
    }

    private void below(Node node, @Nullable String parent) {
        for (Node branch : node.at("branches").map(Node::items).orElse(List.of())) {
            branch(branch, parent);
        }
    }

    private void branch(Node node, @Nullable String parent) {
        String key = node.text("key").orElse("");
        Map<String, String> names = node.at("name").map(texts::byLanguage).orElse(Map.of());
        if (key.isEmpty() || names.isEmpty()) {
            report.error(node.place(), "a branch needs \"key\" and \"name\"", "write both");
            return;
        }
        Place first = seen.putIfAbsent(key, node.place("key"));
        if (first != null) {
            report.error(
                    node.place("key"),
                    "the key \"" + key + "\" is given twice, first in line " + first.line(),
                    "give each branch its own");
        }
        Optional<ZoneId> zone = node.text("timezone").flatMap(name -> zone(node, name));
        Optional<Integer> members =
                node.text("members").filter(text -> text.matches("[0-9]{1,8}")).map(Integer::parseInt);
        branches.add(new BranchText(key, parent, names, zone.orElse(null), members.orElse(null)));
        below(node, key);
    }

    private Optional<ZoneId> zone(Node node, String name) {
        try {
            if (name.contains("/") || name.equals("UTC")) {
                return Optional.of(ZoneId.of(name));
            }
        } catch (DateTimeException e) {
            // Said below, with what was probably meant.
        }
        report.error(node.place("timezone"), "there is no time zone \"" + name + "\"", Zones.hint(name));
        return Optional.empty();
    }
}
