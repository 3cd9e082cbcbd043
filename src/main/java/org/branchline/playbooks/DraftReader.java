package org.branchline.playbooks;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.branchline.conversation.playbook.Draft;
import org.branchline.conversation.playbook.Question;
import org.branchline.playbooks.reading.FileReport;
import org.branchline.playbooks.reading.Languages;
import org.branchline.playbooks.reading.Node;

/** Turns the nodes of a playbook into a draft. Whatever the schema would refuse is refused here too, in fewer words. */
final class DraftReader {

    private final Node root;
    private final FileReport report;

    DraftReader(Node root, FileReport report) {
        this.root = root;
        this.report = report;
    }

    /** Empty when so much is missing that nothing can be said of the rest. */
    Optional<Draft> draft(String version) {
        List<String> languages = Languages.of(root, report);
        if (languages.isEmpty()) {
            return Optional.empty();
        }
        TextReader texts = new TextReader(languages, report);
        QuestionReader reader = new QuestionReader(texts, report);
        List<Question> questions = new ArrayList<>();
        List<Node> written = root.at("questions").map(Node::items).orElse(List.of());
        written.forEach(node -> reader.read(node).ifPresent(questions::add));
        if (written.isEmpty()) {
            report.error(root.place("questions"), "there are no questions", "write at least one");
        }
        Optional<String> key = root.text("playbook");
        if (key.isEmpty()) {
            report.error(root.place(), "the playbook has no name", "write playbook: and the file's name");
        }
        if (key.isEmpty() || questions.size() < written.size() || questions.isEmpty()) {
            return Optional.empty();
        }
        return texts.required(root, "title")
                .map(title -> new Draft(
                        key.get(),
                        version,
                        languages,
                        title,
                        keep(),
                        questions,
                        texts.optional(root, "thanks"),
                        !root.text("summary").equals(Optional.of("false"))));
    }

    private Period keep() {
        return root.text("keep").flatMap(Keep::parse).orElse(Draft.KEEP);
    }
}
