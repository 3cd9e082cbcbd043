package org.branchline.delivery;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.branchline.roster.Bot;

/**
 * Rows that stand as {@code sending} and certainly did not leave, since the lease slipped away before: whoever holds it
 * next puts them back, or what is said meanwhile would overtake them. For one thread.
 */
final class Adrift {

    private final Bot bot;
    private final Rows rows;
    private final Map<Long, List<Long>> byFence = new HashMap<>();

    Adrift(Bot bot, Rows rows) {
        this.bot = bot;
        this.rows = rows;
    }

    void add(long fence, Collection<Parcel> parcels) {
        if (!parcels.isEmpty()) {
            List<Long> ids = byFence.computeIfAbsent(fence, first -> new ArrayList<>());
            parcels.forEach(parcel -> ids.add(parcel.id()));
        }
    }

    boolean isEmpty() {
        return byFence.isEmpty();
    }

    /** Puts back what is adrift by now; where that fails, all of it is adrift still. */
    Uni<Map<Long, List<Long>>> putBack() {
        Map<Long, List<Long>> now = new HashMap<>();
        byFence.forEach((fence, ids) -> now.put(fence, List.copyOf(ids)));
        return Multi.createFrom()
                .iterable(now.entrySet())
                .onItem()
                .transformToUniAndConcatenate(each -> rows.unsent(bot, each.getKey(), each.getValue()))
                .onItem()
                .ignoreAsUni()
                .replaceWith(now);
    }

    /** They are back. */
    void back(Map<Long, List<Long>> put) {
        put.forEach((fence, ids) -> byFence.computeIfPresent(fence, (same, all) -> {
            all.removeAll(ids);
            return all.isEmpty() ? null : all;
        }));
    }
}
