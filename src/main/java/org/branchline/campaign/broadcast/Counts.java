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
        List<Long> answers) {

    /**
     * When it goes.
     *
     * @param goesAt when the first one falls due; until then it is held and can be called back
     * @param lastAt when the last one falls due; while it is created the latest that can be
     * @param finishBy what has not left by then is not sent any more; null for no such end
     */
    public record Times(
            Instant goesAt, Instant lastAt, @Nullable Instant finishBy) {}

    public Counts {
        byState = Map.copyOf(byState);
        failed = Map.copyOf(failed);
        answers = List.copyOf(answers);
    }
}
