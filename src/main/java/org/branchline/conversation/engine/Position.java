package org.branchline.conversation.engine;

import java.util.Optional;
import org.branchline.conversation.Stage;
import org.branchline.conversation.playbook.Playbook;
import org.branchline.conversation.playbook.Question;
import org.jspecify.annotations.Nullable;

/** Where a stage stands, for those who need not tell stages apart. */
final class Position {

    private static final Stage.Cases<Optional<Stage.Asking>> ASKING = new Stage.Cases<>() {
        @Override
        public Optional<Stage.Asking> asking(Stage.Asking stage) {
            return Optional.of(stage);
        }

        @Override
        public Optional<Stage.Asking> summary(Stage.Summary stage) {
            return Optional.empty();
        }

        @Override
        public Optional<Stage.Asking> closed(Stage stage) {
            return Optional.empty();
        }
    };

    private Position() {}

    /** The question that is open. */
    static Optional<Question> question(Stage stage, Playbook playbook) {
        return stage.of(ASKING).flatMap(asking -> playbook.question(asking.question()));
    }

    /** The sub-position of this question, null unless it is the open one. */
    static @Nullable String detail(Stage stage, Question question) {
        return stage.of(ASKING)
                .filter(asking -> asking.question().equals(question.id()))
                .map(Stage.Asking::detail)
                .orElse(null);
    }

    /** The same stage with the open question in another sub-position. */
    static Stage at(Stage stage, @Nullable String detail) {
        return stage.of(ASKING)
                .<Stage>map(asking -> new Stage.Asking(asking.question(), detail, asking.changing()))
                .orElse(stage);
    }

    /** Whether the summary comes next again. */
    static boolean changing(Stage stage) {
        return stage.of(ASKING).map(Stage.Asking::changing).orElse(false);
    }
}
