package org.branchline.campaign.helpdesk;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A member's question to a person, as those who may answer it see it.
 *
 * @param asker the chat of the member who asks
 * @param language of the member who asks
 * @param branch where the member was when it was passed on, null without one
 * @param answered whether somebody answered it already
 * @param reachable whether the member can be written to: neither stopped the bot's messages nor blocked it
 */
record Question(
        long id,
        long asker,
        String name,
        String language,
        @Nullable ZoneId zone,
        @Nullable Long branch,
        boolean answered,
        boolean reachable,
        Instant askedAt,
        String text) {

    /** How many characters are passed on at once, either way: Telegram's 4,096 less what is written around them. */
    static final int LONGEST = 3_500;
}
