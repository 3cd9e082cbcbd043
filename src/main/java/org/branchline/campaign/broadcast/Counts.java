package org.branchline.campaign.broadcast;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a broadcast is.
 *
 * @param state creating, held, going, paused, cancelled or done
 * @param times when it goes
 * @param recipients whom it was put to
 * @param byState rows: held, queued, sending, sent, failed, uncertain; those that are 0 left out
 * @param failed why those that failed did, by reason
 * @param waiting what of those held is not due yet
 * @param answers how often each action was pressed last, in the order of the actions
 * @param payment what is paid for it
 */
public record Counts(
        long id,
        String state,
        Kind kind,
        Times times,
        int recipients,
        Map<String, Long> byState,
        Map<String, Long> failed,
        Waiting waiting,
        List<Long> answers,
        Payment payment) {

    /**
     * When it goes.
     *
     * @param goesAt when the first one falls due; until then it is held and can be called back
     * @param lastAt when the last one falls due; while it is created the latest that can be
     * @param finishBy what has not left by then is not sent any more; null for no such end
     */
    public record Times(
            Instant goesAt, Instant lastAt, @Nullable Instant finishBy) {}

    /**
     * What is paid for it.
     *
     * @param paid whether it is paid for so that it goes faster
     * @param missing whether it was paused because there was nothing left to pay with
     */
    public record Payment(boolean paid, boolean missing) {

        public static final Payment NONE = new Payment(false, false);
    }

    public Counts {
        byState = Map.copyOf(byState);
        failed = Map.copyOf(failed);
        answers = List.copyOf(answers);
    }
}
