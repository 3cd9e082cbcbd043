package org.branchline.campaign.enrolling;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a list, checked. What the list does not say of a person is null.
 *
 * @param line where it stands in the list
 * @param chat the private chat with the bot, which has its person's number
 * @param version of our wording they agreed to, null where it was another
 * @param source where and how they agreed
 * @param agreedAt when
 * @param attributes by name, as machines read them
 */
record Entry(
        long line,
        long chat,
        @Nullable String name,
        @Nullable String language,
        @Nullable ZoneId zone,
        @Nullable Long branch,
        @Nullable String version,
        String source,
        Instant agreedAt,
        Map<String, String> attributes) {

    Entry {
        attributes = Map.copyOf(attributes);
    }
}
