package org.branchline.sandbox.updates;

import org.jspecify.annotations.Nullable;

/**
 * Where updates are posted.
 *
 * @param secretToken sent as {@code X-Telegram-Bot-Api-Secret-Token}, if any
 * @param maxConnections updates in flight at once, 1-100; Telegram's default is 40
 */
public record Webhook(String url, @Nullable String secretToken, int maxConnections) {

    public static final int DEFAULT_CONNECTIONS = 40;

    public Webhook {
        if (maxConnections < 1 || maxConnections > 100) {
            throw new IllegalArgumentException("max_connections must be 1 to 100");
        }
    }
}
