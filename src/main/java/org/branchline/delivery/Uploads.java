package org.branchline.delivery;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.branchline.conversation.Outgoing;
import org.branchline.database.Tx;
import org.jspecify.annotations.Nullable;

/** What came of messages that carried a file to the platform, among others that are marked together. */
final class Uploads {

    private final List<Long> rows = new ArrayList<>(0);
    private final List<@Nullable String> files = new ArrayList<>(0);
    private final List<Boolean> refused = new ArrayList<>(0);

    void add(Mark mark) {
        Verdict verdict = mark.verdict();
        // What is queued again or held did not arrive, and who cannot be reached says nothing about the file.
        if (!(mark.parcel().letter().outgoing() instanceof Outgoing.File)
                || verdict.state() == Verdict.State.QUEUED
                || verdict.state() == Verdict.State.HELD
                || verdict.unreachable()
                || verdict.movedTo() != null) {
            return;
        }
        rows.add(mark.parcel().id());
        files.add(verdict.file());
        refused.add(verdict.state() == Verdict.State.FAILED);
    }

    Optional<Uni<?>> statement(Tx tx, int organisation) {
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(tx.query(
                        Attachments.UPLOADED,
                        organisation,
                        rows.toArray(Long[]::new),
                        files.toArray(String[]::new),
                        refused.toArray(Boolean[]::new)));
    }
}
