package org.branchline.workspace;

import java.util.HashMap;
import java.util.Map;
import org.branchline.playbooks.reading.FileReport;
import org.branchline.playbooks.reading.Node;
import org.branchline.playbooks.reading.Schema;

/** The published schemas, each loaded when the first file needs it; or none, for files that were checked before. */
final class Schemas {

    private final boolean thorough;
    private final Map<String, Schema> loaded = new HashMap<>();

    Schemas(boolean thorough) {
        this.thorough = thorough;
    }

    void check(String name, Node root, FileReport report) {
        if (thorough) {
            loaded.computeIfAbsent(name, Schema::named).check(root, report);
        }
    }
}
