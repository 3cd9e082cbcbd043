package org.branchline.roster.joining;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * What makes the first coordinator: 80 random bits in letters and digits that are not taken for one another.
 *
 * @param text four groups of four
 */
public record ClaimCode(String text) {

    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ123456789";
    private static final int GROUPS = 4;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static ClaimCode random() {
        StringBuilder code = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            if (group > 0) {
                code.append('-');
            }
            for (int i = 0; i < GROUP; i++) {
                code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
            }
        }
        return new ClaimCode(code.toString());
    }

    /** What is stored of it; small letters and missing or other dashes do not matter. */
    public byte[] hash() {
        String plain = text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        try {
            return MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
