package org.branchline.playbooks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a text by its content, so that the same text has the same version everywhere. */
public final class Version {

    private static final int LENGTH = 12;

    private Version() {}

    /** The first twelve hexadecimal digits of the SHA-256 of the text, whatever its line ends. */
    public static String of(byte[] content) {
        return of(text(content));
    }

    /** As of bytes. */
    public static String of(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The content as text, without a byte order mark and with line ends of one kind, as it is stored. */
    public static String text(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8).replace("\r\n", "\n");
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
