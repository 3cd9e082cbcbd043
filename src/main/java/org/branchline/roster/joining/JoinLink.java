package org.branchline.roster.joining;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link by which people join. It carries neither a role nor a person.
 *
 * @param branch the newcomers' branch, null for none
 * @param most how many people may join by it, null for any number
 * @param uses how many did
 */
public record JoinLink(
        long id,
        LinkCode code,
        @Nullable Long branch,
        Instant expiresAt,
        @Nullable Integer most,
        int uses,
        @Nullable Instant revokedAt) {

    /** Why it no longer works, or that it does. */
    public enum Standing {
        OPEN,
        EXPIRED,
        USED_UP,
        REVOKED
    }

    /** Where it stands at a moment. */
    public Standing at(Instant now) {
        if (revokedAt != null) {
            return Standing.REVOKED;
        }
        if (!now.isBefore(expiresAt)) {
            return Standing.EXPIRED;
        }
        return most != null && uses >= most ? Standing.USED_UP : Standing.OPEN;
    }
}
