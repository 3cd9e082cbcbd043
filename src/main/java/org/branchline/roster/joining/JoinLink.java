package org.branchline.roster.joining;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A link by which people join. It carries neither a role nor a person.
 *
 * @param purpose what its maker wants with it
 * @param maker the member who made it, null where they are gone
 * @param branch the newcomers' branch, null for none
 * @param most how many people may join by it, null for any number
 * @param uses how many did
 */
public record JoinLink(
        long id,
        LinkCode code,
        Purpose purpose,
        @Nullable Long maker,
        @Nullable Long branch,
        Instant expiresAt,
        @Nullable Integer most,
        int uses,
        @Nullable Instant revokedAt) {

    /** What a link is for; whoever opens it holds nothing by that. */
    public enum Purpose {
        /** Bring people in. */
        JOIN,
        /** Find somebody to look after its branch. */
        CAPTAIN,
        /** Bring a friend along to a shift. */
        SHIFT;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

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
