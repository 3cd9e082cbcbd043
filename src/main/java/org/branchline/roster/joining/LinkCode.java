package org.branchline.roster.joining;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What makes a join link hard to guess: 120 random bits (promised are 96), in letters that a start payload may hold.
 *
 * @param text 20 characters of {@code A-Za-z0-9_-}
 */
public record LinkCode(String text) {

    private static final int BYTES = 15;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{20}");
    private static final String PREFIX = "j_";
    private static final SecureRandom RANDOM = new SecureRandom();

    public LinkCode {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a code of a join link");
        }
    }

    public static LinkCode random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new LinkCode(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What stands behind {@code /start}. */
    public String payload() {
        return PREFIX + text;
    }

    /** The code of a start payload, empty for anything that is none of ours. */
    public static Optional<LinkCode> ofPayload(String payload) {
        String code = payload.startsWith(PREFIX) ? payload.substring(PREFIX.length()) : "";
        return FORM.matcher(code).matches() ? Optional.of(new LinkCode(code)) : Optional.empty();
    }
}
