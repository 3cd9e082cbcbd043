package org.branchline.campaign.broadcast;

import java.util.List;
import java.util.Map;

/**
 * How far a broadcast is.
 *
 * @param state creating, held, going, paused, cancelled or done
 * @param recipients whom it was put to
 * @param byState rows: held, queued, sending, sent, failed, uncertain; those that are 0 left out
 * @param failed why those that failed did, by reason
 * @param answers how often each action was pressed last, in the order of the actions
 */
public record Counts(
        long id,
        String state,
        Kind kind,
        java.time.Instant goesAt,
        int recipients,
        Map<String, Long> byState,
        Map<String, Long> failed,
        List<Long> answers) {

    public Counts {
        byState = Map.copyOf(byState);
        failed = Map.copyOf(failed);
        answers = List.copyOf(answers);
    }
}
