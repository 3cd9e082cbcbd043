package org.branchline.delivery;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.branchline.roster.Bot;

/** Rows that remember what was done to them. */
class RecordingRows implements Rows {

    private static final Uni<Claimed> NOTHING = Uni.createFrom().item(new Claimed(List.of(), false));

    final List<Mark> marks = new CopyOnWriteArrayList<>();
    final List<String> unsent = new CopyOnWriteArrayList<>();
    final List<Long> pauses = new CopyOnWriteArrayList<>();
    /** For how long a predecessor was asked to be silent. */
    volatile long pausedMillis;
    /** What the next claims bring, and when. */
    final AtomicReference<CompletableFuture<Claimed>> claim =
            new AtomicReference<>(CompletableFuture.completedFuture(new Claimed(List.of(), false)));

    @Override
    public Uni<Claimed> claim(Bot bot, long fence, int most, boolean paid) {
        return paid ? NOTHING : Uni.createFrom().completionStage(claim.get());
    }

    @Override
    public Uni<Void> unsent(Bot bot, long fence, List<Long> ids) {
        unsent.add(fence + ":" + new ArrayList<>(ids));
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> mark(Bot bot, List<Mark> some) {
        marks.addAll(some);
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Integer> recover(Bot bot, long fence, Collection<Long> known) {
        return Uni.createFrom().item(0);
    }

    @Override
    public Uni<Void> pause(Bot bot, long millis) {
        pauses.add(millis);
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Long> paused(Bot bot) {
        return Uni.createFrom().item(pausedMillis);
    }

    @Override
    public Uni<List<Left>> leftForGroups(Bot bot) {
        return Uni.createFrom().item(List.of());
    }
}
