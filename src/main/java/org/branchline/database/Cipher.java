package org.branchline.database;

import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what is stored as ciphertext only: AES-256-GCM, the key outside the database, each text bound to its place, so
 * that a row moved elsewhere does not open.
 */
@Singleton
public final class Cipher {

    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    /**
     * A ciphertext.
     *
     * @param keyId tells which key sealed it
     * @param ciphertext a version byte, the nonce, the encrypted text and its tag
     */
    public record Sealed(String keyId, Buffer ciphertext) {}

    private final SecretKeySpec key;
    private final String keyId;
    private final SecureRandom random = new SecureRandom();

    public Cipher(DataKey data) {
        this.key = new SecretKeySpec(data.derive("special answers"), "AES");
        this.keyId = HexFormat.of().formatHex(data.check(), 0, 4);
    }

    /**
     * Seals a text.
     *
     * @param place where it stands; needed again to open it
     */
    public Sealed seal(String place, String text) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] encrypted =
                run(javax.crypto.Cipher.ENCRYPT_MODE, nonce, place, text.getBytes(StandardCharsets.UTF_8), 0);
        return new Sealed(
                keyId,
                Buffer.buffer(1 + NONCE + encrypted.length)
                        .appendByte(VERSION)
                        .appendBytes(nonce)
                        .appendBytes(encrypted));
    }

    /**
     * Opens what was sealed for the same place.
     *
     * @throws IllegalStateException when another key or place sealed it, or it was altered
     */
    public String open(String place, Sealed sealed) {
        byte[] bytes = sealed.ciphertext().getBytes();
        if (bytes.length < 1 + NONCE + TAG_BITS / Byte.SIZE || bytes[0] != VERSION) {
            throw new IllegalStateException("This is no sealed text, or a part of one");
        }
        if (!sealed.keyId().equals(keyId)) {
            throw new IllegalStateException("The text was sealed with the key " + sealed.keyId() + ", not " + keyId);
        }
        byte[] nonce = java.util.Arrays.copyOfRange(bytes, 1, 1 + NONCE);
        return new String(
                run(javax.crypto.Cipher.DECRYPT_MODE, nonce, place, bytes, 1 + NONCE), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, String place, byte[] input, int from) {
        try {
            javax.crypto.Cipher cipher = javax.crypto.Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input, from, input.length - from);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed text does not open at its place", e);
        }
    }
}
