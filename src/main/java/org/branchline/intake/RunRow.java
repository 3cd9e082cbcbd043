package org.branchline.intake;

import java.util.Objects;
import org.branchline.conversation.Stage;
import org.jspecify.annotations.Nullable;

/** How a stage stands in the columns of {@code run}. */
record RunRow(
        String stage, @Nullable String question, @Nullable String detail, boolean changing) {

    static RunRow of(Stage stage) {
        if (stage instanceof Stage.Asking asking) {
            return new RunRow("asking", asking.question(), asking.detail(), asking.changing());
        }
        String name = stage.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
        return new RunRow(name, null, null, false);
    }

    Stage toStage() {
        return switch (stage) {
            // A waiting run has not begun: no question of it was asked.
            case "waiting" -> new Stage.Asking("", null, false);
            case "asking" -> new Stage.Asking(Objects.requireNonNull(question), detail, changing);
            case "summary" -> new Stage.Summary();
            case "finished" -> new Stage.Finished();
            case "left" -> new Stage.Left();
            case "expired" -> new Stage.Expired();
            default -> throw new IllegalStateException("No such stage: " + stage);
        };
    }
}
