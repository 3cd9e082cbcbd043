package org.branchline.telegram.receiving;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.branchline.telegram.BotToken;
import org.branchline.telegram.TelegramConfig;

/** Where Telegram calls for one bot, and the secret with which it shows that it is Telegram. */
final class Hook {

    private final Entry entry;
    private final byte[] secret;

    Hook(Entry entry, String secret) {
        this.entry = entry;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** The secret all replicas agree on. */
    static String secret(TelegramConfig config, BotToken token) {
        return config.webhookSecret().orElseGet(() -> HexFormat.of().formatHex(token.key("webhook")));
    }

    Entry entry() {
        return entry;
    }

    /** Whether a request carries the secret, exactly once. Takes equally long wherever it differs. */
    boolean opensFor(List<String> secrets) {
        return secrets.size() == 1
                && MessageDigest.isEqual(secret, secrets.get(0).getBytes(StandardCharsets.UTF_8));
    }
}
