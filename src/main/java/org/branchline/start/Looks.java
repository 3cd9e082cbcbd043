package org.branchline.start;

import io.smallrye.mutiny.Uni;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Looks that never overlap: one that is asked for while another is under way follows it, however often it was asked for. */
final class Looks {

    private enum State {
        IDLE,
        UNDER_WAY,
        ASKED_AGAIN
    }

    private final Supplier<Uni<Void>> work;
    private final Consumer<Throwable> failed;
    private State state = State.IDLE;

    Looks(Supplier<Uni<Void>> work, Consumer<Throwable> failed) {
        this.work = work;
        this.failed = failed;
    }

    void look() {
        synchronized (this) {
            if (state != State.IDLE) {
                state = State.ASKED_AGAIN;
                return;
            }
            state = State.UNDER_WAY;
        }
        Uni.createFrom()
                .deferred(work::get)
                .onTermination()
                .invoke(this::over)
                .subscribe()
                .with(done -> {}, failed);
    }

    private void over() {
        boolean again;
        synchronized (this) {
            again = state == State.ASKED_AGAIN;
            state = State.IDLE;
        }
        if (again) {
            look();
        }
    }
}
