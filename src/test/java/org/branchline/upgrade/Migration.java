package org.branchline.upgrade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A packaged migration.
 *
 * @param file as {@code V33__what_it_brings.sql}
 */
record Migration(String file, String text) {

    private static final Path FOLDER = Path.of("src", "main", "resources", "db", "migration");

    /** All, in their order. */
    static List<Migration> packaged() {
        try {
            return Files.readAllLines(FOLDER.resolve("index")).stream()
                    .map(Migration::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 of all up to a number, in hexadecimal; where lines end as on Windows it is the same. */
    static String digest(int upTo) {
        MessageDigest sha = sha256();
        packaged().stream()
                .filter(migration -> migration.number() <= upTo)
                .forEach(migration ->
                        sha.update((migration.file() + "\n" + migration.text().replace("\r\n", "\n"))
                                .getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    int number() {
        return Integer.parseInt(file.substring(1, file.indexOf("__")));
    }

    private static Migration read(String file) {
        try {
            return new Migration(file, Files.readString(FOLDER.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
