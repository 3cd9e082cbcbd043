package org.branchline.telegram;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The secret of a bot. Never printed: its text is the bot's number. */
public final class BotToken {

    private static final Pattern SHAPE = Pattern.compile("[1-9][0-9]{0,15}:[A-Za-z0-9_-]{3,200}");

    private final long bot;
    private final String secret;

    private BotToken(long bot, String secret) {
        this.bot = bot;
        this.secret = secret;
    }

    /** The token a text holds, empty where it holds none. */
    public static Optional<BotToken> of(String text) {
        String stripped = text.strip();
        if (!SHAPE.matcher(stripped).matches()) {
            return Optional.empty();
        }
        int colon = stripped.indexOf(':');
        return Optional.of(new BotToken(Long.parseLong(stripped.substring(0, colon)), stripped.substring(colon + 1)));
    }

    /** The bot's number, the part before the colon. */
    public long bot() {
        return bot;
    }

    /** A key for one purpose, different for each, from which the token cannot be found. */
    public byte[] key(String purpose) {
        return Hmac.of(secretText().getBytes(StandardCharsets.UTF_8), purpose);
    }

    /** The same text without the token, for log lines and causes. */
    public String scrub(String text) {
        return text.replace(secret, "…");
    }

    String secretText() {
        return bot + ":" + secret;
    }

    @Override
    public String toString() {
        return "bot " + bot;
    }
}
