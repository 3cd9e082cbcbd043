package org.branchline.telegram.receiving;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.branchline.intake.Arrival;
import org.branchline.intake.Receipt;

/** The updates of one response: those of a chat one after the other, the chats side by side. */
final class Batch {

    /**
     * How far it got.
     *
     * @param offset the first update to ask for next, 0 where none can be named
     * @param whole whether every update was taken to its end
     */
    record Progress(long offset, boolean whole) {}

    private final Map<Long, List<Arrival>> chats = new LinkedHashMap<>();
    private final BiConsumer<Arrival, Receipt> taken;
    private final Entry entry;
    private long last = -1;

    /** @param taken told of each update that was taken to its end */
    Batch(Entry entry, List<byte[]> updates, BiConsumer<Arrival, Receipt> taken) {
        this.entry = entry;
        this.taken = taken;
        for (byte[] update : updates) {
            Read read = entry.read(update);
            if (read instanceof Read.Understood understood) {
                Arrival arrival = understood.arrival();
                chats.computeIfAbsent(arrival.chat(), chat -> new ArrayList<>()).add(arrival);
                last = Math.max(last, arrival.update());
            } else if (read instanceof Read.Unreadable unreadable && unreadable.update() != null) {
                last = Math.max(last, unreadable.update());
            }
        }
    }

    Uni<Progress> take() {
        if (chats.isEmpty()) {
            return Uni.createFrom().item(new Progress(last + 1, true));
        }
        List<Uni<List<Arrival>>> chains =
                chats.values().stream().map(this::chain).toList();
        return Uni.join().all(chains).andFailFast().map(this::progress);
    }

    /** Takes a chat's updates up to the first that fails; gives back those that are left. */
    private Uni<List<Arrival>> chain(List<Arrival> arrivals) {
        AtomicInteger done = new AtomicInteger();
        return Multi.createFrom()
                .iterable(arrivals)
                .onItem()
                .transformToUniAndConcatenate(arrival -> entry.take(arrival).invoke(receipt -> {
                    done.incrementAndGet();
                    taken.accept(arrival, receipt);
                }))
                .collect()
                .last()
                .onItemOrFailure()
                .transform((receipt, failure) -> arrivals.subList(done.get(), arrivals.size()));
    }

    // Confirming an update confirms all before it.
    private Progress progress(List<List<Arrival>> left) {
        return left.stream()
                .flatMap(List::stream)
                .map(Arrival::update)
                .min(Long::compare)
                .map(first -> new Progress(first, false))
                .orElseGet(() -> new Progress(last + 1, true));
    }
}
