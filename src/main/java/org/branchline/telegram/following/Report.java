package org.branchline.telegram.following;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How far this process is with what falls due, as it says it to the sandbox.
 *
 * @param offset of the clock it lives by, whole seconds
 * @param rest how long nothing more falls due: nothing while it is not done, null where nothing does
 * @param patience how long to wait for the clock to move
 */
record Report(Duration offset, @Nullable Duration rest, Duration patience) {

    private static final Duration LONG = Duration.ofSeconds(25);

    /** Nobody moves the clock; what is next is looked up when somebody does. */
    static Report idle(Duration offset) {
        return new Report(offset, Duration.ZERO, LONG);
    }

    /** Something that fell due is not done. */
    static Report busy(Duration offset) {
        return new Report(offset, Duration.ZERO, Duration.ZERO);
    }

    /** All is done, until something more falls due. */
    static Report done(Duration offset, Instant now, @Nullable Instant next) {
        return new Report(offset, next == null ? null : roundedUp(Duration.between(now, next)), LONG);
    }

    /** At least one second, so that the clock always goes on. */
    private static Duration roundedUp(Duration rest) {
        Duration whole = rest.truncatedTo(ChronoUnit.SECONDS);
        Duration up = whole.equals(rest) ? whole : whole.plusSeconds(1);
        return up.isZero() || up.isNegative() ? Duration.ofSeconds(1) : up;
    }

    ObjectNode json(String follower) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("follower", follower)
                .put("offset_seconds", offset.toSeconds())
                .put("wait_seconds", patience.toSeconds());
        return rest == null ? json : json.put("rest_seconds", rest.toSeconds());
    }
}
