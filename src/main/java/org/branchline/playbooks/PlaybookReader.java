package org.branchline.playbooks;

import java.util.Optional;
import org.branchline.conversation.playbook.Checked;
import org.branchline.conversation.playbook.Checker;
import org.branchline.conversation.playbook.Draft;
import org.branchline.conversation.playbook.Playbook;
import org.branchline.conversation.playbook.Problem;
import org.branchline.playbooks.reading.FileReport;
import org.branchline.playbooks.reading.Node;
import org.branchline.playbooks.reading.Place;
import org.branchline.playbooks.reading.Schema;
import org.branchline.playbooks.reading.Yaml;
import org.jspecify.annotations.Nullable;

/**
 * From the text of a playbook to a playbook, or to the problems with their lines.
 *
 * <p>A file that may be new is held to the JSON Schema first; a stored version was, so reading it spares the validator.
 */
public final class PlaybookReader {

    private final @Nullable Schema schema;

    private PlaybookReader(@Nullable Schema schema) {
        this.schema = schema;
    }

    /** For files that a person may just have written. */
    public static PlaybookReader thorough() {
        return new PlaybookReader(Schema.named("playbook"));
    }

    /** For texts that were checked before. */
    public static PlaybookReader ofChecked() {
        return new PlaybookReader(null);
    }

    /** The playbook, where the report has no error. */
    public Optional<Playbook> read(byte[] content, FileReport report) {
        Optional<Node> root = Yaml.read(content, report);
        if (root.isEmpty()) {
            return Optional.empty();
        }
        if (schema != null) {
            schema.check(root.get(), report);
        }
        FileReport meaning = new FileReport(report.file());
        Optional<Draft> draft = new DraftReader(root.get(), meaning).draft(Version.of(content));
        Optional<Playbook> playbook = draft.flatMap(d -> check(d, root.get(), meaning));
        report.addWhereSilent(meaning);
        return report.hasErrors() ? Optional.empty() : playbook;
    }

    private static Optional<Playbook> check(Draft draft, Node root, FileReport report) {
        Checked checked = Checker.check(draft);
        for (Problem problem : checked.problems()) {
            Place place = Trail.of(problem.path()).in(root).place();
            if (problem.warning()) {
                report.warning(place, problem.message(), "");
            } else {
                report.error(place, problem.message(), "");
            }
        }
        return checked.playbook();
    }
}
