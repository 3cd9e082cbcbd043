package org.branchline.campaign.audience;

import io.vertx.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/**
 * One of an audience.
 *
 * @param chat the number of their private chat
 * @param zone their own, else their branch's; null where nobody knows
 * @param branch its number, null without one
 */
public record Recipient(
        long member,
        long chat,
        String language,
        @Nullable String zone,
        String name,
        @Nullable Long branch) {

    static Recipient of(Row row) {
        return new Recipient(
                row.getLong("member"),
                row.getLong("chat"),
                row.getString("language"),
                row.getString("timezone"),
                row.getString("name"),
                row.getLong("branch"));
    }
}
