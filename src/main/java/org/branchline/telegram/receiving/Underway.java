package org.branchline.telegram.receiving;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;

/** Counts what is under way, and tells when the last of it came to its end. */
final class Underway {

    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private int count;
    private boolean closed;

    /** Whether it may begin; whoever begins must {@link #end}. */
    synchronized boolean begin() {
        count += closed ? 0 : 1;
        return !closed;
    }

    synchronized void end() {
        count--;
        tell();
    }

    /** Nothing begins any more; done when nothing is under way. */
    synchronized Uni<Void> close() {
        closed = true;
        tell();
        return Uni.createFrom().completionStage(over);
    }

    private void tell() {
        if (closed && count == 0) {
            over.complete(null);
        }
    }
}
