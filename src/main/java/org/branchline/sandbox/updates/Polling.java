package org.branchline.sandbox.updates;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code getUpdates}: one waiting request per bot, confirmed by the next offset. */
public final class Polling {

    private final Pending pending;
    private final Ticker ticker;
    private final BooleanSupplier paused;
    private final Consumer<Update> gone;
    private final List<Update> repeats = new ArrayList<>();

    private @Nullable Waiting waiting;

    /** What a waiting request gets. */
    public interface Answer {

        void updates(List<Update> updates);

        /** Another request took this one's place. */
        void conflict(String description);
    }

    private record Waiting(long offset, int limit, Answer answer, long timer) {}

    public Polling(Pending pending, Ticker ticker, BooleanSupplier paused, Consumer<Update> gone) {
        this.pending = pending;
        this.ticker = ticker;
        this.paused = paused;
        this.gone = gone;
    }

    /**
     * Answers at once when something waits, else within the time-out.
     *
     * @param offset the first update wanted; lower ones are confirmed; negative: that many from the end
     * @param limit 1-100
     */
    public void poll(long offset, int limit, int timeoutSeconds, Answer answer) {
        end("Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
        long first = offset < 0 ? fromTheEnd(-offset) : offset;
        confirmBelow(first);
        List<Update> found = paused.getAsBoolean() ? List.of() : take(first, limit);
        if (!found.isEmpty() || timeoutSeconds <= 0) {
            answer.updates(found);
            return;
        }
        long timer = ticker.after(timeoutSeconds * 1000L, () -> {
            waiting = null;
            answer.updates(List.of());
        });
        waiting = new Waiting(first, limit, answer, timer);
    }

    /** Tells that something arrived or a pause ended. */
    public void arrived() {
        Waiting request = waiting;
        if (request == null || paused.getAsBoolean()) {
            return;
        }
        List<Update> found = take(request.offset, request.limit);
        if (!found.isEmpty()) {
            close();
            request.answer.updates(found);
        }
    }

    /** Shows an update once more in the next answer, whatever its offset. */
    public void repeat(Update update) {
        repeats.add(update.again());
        arrived();
    }

    /** Ends the waiting request with 409, if there is one. */
    public void end(String description) {
        Waiting request = waiting;
        if (request != null) {
            close();
            request.answer.conflict(description);
        }
    }

    /** Forgets the waiting request without an answer, its connection being gone. */
    public void close() {
        if (waiting != null) {
            ticker.cancel(waiting.timer);
            waiting = null;
        }
    }

    /** Whether this is the request that waits. */
    public boolean waits(Answer answer) {
        return waiting != null && waiting.answer == answer;
    }

    private long fromTheEnd(long count) {
        List<Update> all = pending.all();
        return all.isEmpty()
                ? 0
                : all.get((int) Math.max(0, all.size() - count)).id();
    }

    private void confirmBelow(long offset) {
        List<Update> confirmed = new ArrayList<>();
        for (Update update : pending.inOrder()) {
            if (update.id() >= offset) {
                break;
            }
            confirmed.add(update);
        }
        for (Update update : confirmed) {
            pending.remove(update);
            gone.accept(update);
        }
    }

    private List<Update> take(long offset, int limit) {
        List<Update> found = new ArrayList<>(repeats);
        repeats.clear();
        List<Update> expired = new ArrayList<>();
        long now = ticker.millis();
        for (Update update : pending.inOrder()) {
            if (found.size() >= limit) {
                break;
            }
            if (update.expiresAt() <= now) {
                expired.add(update);
            } else if (update.id() >= offset) {
                found.add(update);
            }
        }
        for (Update update : expired) {
            pending.remove(update);
            gone.accept(update);
        }
        return found;
    }
}
