package org.branchline.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The installation's one secret of 32 bytes; everything that needs a key gets its own one, derived by purpose. */
public final class DataKey {

    private static final int LENGTH = 32;
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");

    private final byte[] secret;

    private DataKey(byte[] secret) {
        this.secret = secret;
    }

    /**
     * {@code DATA_KEY}, else the file {@code data.key} in {@code DATA_DIR}, made when there is none.
     *
     * @throws StartProblem when the key is not 32 bytes in base64 or hexadecimal, or lacks beside a {@code DATABASE_URL}
     */
    public static DataKey of(Settings settings) {
        return kept(settings).orElseGet(() -> made(file(settings)));
    }

    /**
     * The key there is, empty where the first start is to make one.
     *
     * @throws StartProblem as {@link #of}
     */
    public static Optional<DataKey> kept(Settings settings) {
        Optional<String> given = settings.text("DATA_KEY");
        if (given.isPresent()) {
            return given.map(DataKey::parse);
        }
        if (settings.text("DATABASE_URL").isPresent()) {
            throw new StartProblem("DATABASE_URL is set, DATA_KEY is not: make a key with `openssl rand -base64 32`,"
                    + " keep it apart from the database, and set it as DATA_KEY or DATA_KEY_FILE.");
        }
        Path file = file(settings);
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    private static Path file(Settings settings) {
        return settings.dataFolder().resolve("data.key");
    }

    private static DataKey made(Path file) {
        try {
            byte[] fresh = new byte[LENGTH];
            new SecureRandom().nextBytes(fresh);
            Path unfinished = file.resolveSibling("data.key.new");
            Files.deleteIfExists(unfinished);
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(unfinished, Base64.getEncoder().encodeToString(fresh) + "\n");
            Files.move(unfinished, file);
        } catch (IOException e) {
            throw refused(file);
        }
        return read(file);
    }

    private static DataKey read(Path file) {
        try {
            return parse(Files.readString(file).strip());
        } catch (IOException e) {
            throw refused(file);
        }
    }

    private static StartProblem refused(Path file) {
        return new StartProblem("The key file " + file + " cannot be read or written: check the rights of DATA_DIR.");
    }

    public static DataKey parse(String text) {
        byte[] secret;
        try {
            secret = HEX.matcher(text).matches()
                    ? HexFormat.of().parseHex(text)
                    : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            secret = new byte[0];
        }
        if (secret.length != LENGTH) {
            throw new StartProblem(
                    "DATA_KEY is not 32 bytes in base64 or hexadecimal:" + " make one with `openssl rand -base64 32`.");
        }
        return new DataKey(secret);
    }

    /** 32 bytes for one purpose; who learns them learns nothing of the others (HKDF's second step, RFC 5869). */
    public byte[] derive(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(purpose.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return mac.doFinal(new byte[] {1});
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** Tells this key from another, and nothing more; kept beside what the key encrypted. */
    public byte[] check() {
        return java.util.Arrays.copyOf(derive("check"), 16);
    }

    @Override
    public String toString() {
        return "DataKey";
    }
}
