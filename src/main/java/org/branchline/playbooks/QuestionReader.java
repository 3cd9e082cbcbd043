package org.branchline.playbooks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.branchline.conversation.playbook.Check;
import org.branchline.conversation.playbook.Kind;
import org.branchline.conversation.playbook.Question;
import org.branchline.conversation.playbook.Sensitivity;
import org.branchline.conversation.playbook.Texts;
import org.branchline.playbooks.reading.FileReport;
import org.branchline.playbooks.reading.Nearest;
import org.branchline.playbooks.reading.Node;
import org.jspecify.annotations.Nullable;

/** Turns the nodes of one question into a question. */
final class QuestionReader {

    private final TextReader texts;
    private final FileReport report;
    private final KindReader kinds;

    QuestionReader(TextReader texts, FileReport report) {
        this.texts = texts;
        this.report = report;
        this.kinds = new KindReader(texts, report);
    }

    Optional<Question> read(Node node) {
        Optional<String> id = node.text("id");
        if (id.isEmpty()) {
            report.error(node.place(), "the question has no id", "begin it with \"- id:\" and a name");
        }
        Optional<Kind> kind = kinds.read(node);
        Optional<Texts> ask = texts.required(node, "ask");
        if (id.isEmpty() || kind.isEmpty() || ask.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Question(
                id.get(),
                kind.get(),
                ask.get(),
                node.text("when").map(String::strip).orElse(null),
                texts.optional(node, "label"),
                texts.optional(node, "help"),
                check(node),
                node.text("save").orElse(null),
                node.text("skip").equals(Optional.of("true")),
                sensitivity(node)));
    }

    private @Nullable Check check(Node question) {
        Optional<Node> check = question.at("check");
        if (check.isEmpty()) {
            return null;
        }
        Optional<Texts> otherwise = texts.required(check.get(), "else");
        Optional<String> that = check.get().text("that").map(String::strip);
        if (that.isEmpty()) {
            report.error(check.get().place(), "\"that\" is missing", "write what must hold, for example answer >= 1");
        }
        return that.isPresent() && otherwise.isPresent() ? new Check(that.get(), otherwise.get()) : null;
    }

    private Sensitivity sensitivity(Node question) {
        String written = question.text("sensitivity").orElse("normal");
        for (Sensitivity sensitivity : Sensitivity.values()) {
            if (sensitivity.name().toLowerCase(Locale.ROOT).equals(written)) {
                return sensitivity;
            }
        }
        report.error(
                question.place("sensitivity"),
                "\"" + written + "\" does not fit \"sensitivity\"",
                Nearest.hint(written, List.of("normal", "special", "confidential")));
        return Sensitivity.SPECIAL;
    }
}
