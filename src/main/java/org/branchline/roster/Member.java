package org.branchline.roster;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A person who agreed to take part.
 *
 * @param language one of the organisation's languages
 * @param branch the branch's id, null without one
 * @param known whether a captain or coordinator said "I know them"
 * @param stoppedAt since when nothing is sent, null while all is
 */
public record Member(
        long id,
        String name,
        String language,
        @Nullable ZoneId zone,
        @Nullable Long branch,
        boolean known,
        @Nullable Instant stoppedAt,
        @Nullable Instant quietUntil) {

    public boolean stopped() {
        return stoppedAt != null;
    }

    /** Whether the member asked not to be written to by now. */
    public boolean quiet(Instant now) {
        return quietUntil != null && quietUntil.isAfter(now);
    }
}
