package org.branchline.sandbox.updates;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A bot's updates that it has not taken yet, in order of arrival and in their queues. */
public final class Pending {

    private static final int REMEMBERED = 5000;

    private final Set<Update> arrived = new LinkedHashSet<>();
    private final Map<Long, Deque<Update>> queues = new HashMap<>();
    private final Deque<Update> taken = new ArrayDeque<>();

    public void add(Update update) {
        arrived.add(update);
        queues.computeIfAbsent(update.queue(), key -> new ArrayDeque<>(2)).add(update);
    }

    /** Puts an update before everything else of its queue. */
    public void addFirst(Update update) {
        arrived.add(update);
        queues.computeIfAbsent(update.queue(), key -> new ArrayDeque<>(2)).addFirst(update);
    }

    /** Forgets an update; one that is gone already is ignored. */
    public void remove(Update update) {
        if (!arrived.remove(update)) {
            return;
        }
        Deque<Update> queue = queues.get(update.queue());
        if (queue != null) {
            if (queue.peek() == update) {
                queue.poll();
            } else {
                queue.removeIf(other -> other == update);
            }
            if (queue.isEmpty()) {
                queues.remove(update.queue());
            }
        }
        taken.add(update);
        if (taken.size() > REMEMBERED) {
            taken.poll();
        }
    }

    public @Nullable Update head(long queue) {
        Deque<Update> updates = queues.get(queue);
        return updates == null ? null : updates.peek();
    }

    /** The queues that hold something. */
    public List<Long> queues() {
        return new ArrayList<>(queues.keySet());
    }

    /** A snapshot in order of arrival. */
    public List<Update> all() {
        return new ArrayList<>(arrived);
    }

    public Iterable<Update> inOrder() {
        return arrived;
    }

    public int size() {
        return arrived.size();
    }

    /** An update of this id, waiting or among the last taken. */
    public @Nullable Update find(long id) {
        for (Update update : arrived) {
            if (update.id() == id) {
                return update;
            }
        }
        for (Update update : taken) {
            if (update.id() == id) {
                return update;
            }
        }
        return null;
    }
}
