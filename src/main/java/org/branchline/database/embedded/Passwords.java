package org.branchline.database.embedded;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.branchline.database.StartProblem;

/** The embedded server's passwords, made once: a file of mode 600 in {@code DATA_DIR}. */
final class Passwords {

    private final Properties byRole;

    private Passwords(Properties byRole) {
        this.byRole = byRole;
    }

    /** Those of a folder, made where there are none. */
    static Passwords in(Path dataFolder) throws IOException {
        Path file = file(dataFolder);
        if (!Files.exists(file)) {
            SecureRandom random = new SecureRandom();
            String lines = Stream.of(Role.values())
                    .map(role -> role.roleName() + "=" + password(random) + "\n")
                    .collect(Collectors.joining());
            PrivateFile.write(file, lines);
        }
        return read(file);
    }

    /** Those of a folder that has some. */
    static Optional<Passwords> kept(Path dataFolder) throws IOException {
        Path file = file(dataFolder);
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    private static Path file(Path dataFolder) {
        return dataFolder.resolve("postgres.passwords");
    }

    private static Passwords read(Path file) throws IOException {
        Properties byRole = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            byRole.load(reader);
        }
        return new Passwords(byRole);
    }

    String of(Role role) {
        String password = byRole.getProperty(role.roleName());
        if (password == null) {
            throw new StartProblem("postgres.passwords in DATA_DIR lacks a line for " + role.roleName()
                    + ": restore the file that was made with this folder.");
        }
        return password;
    }

    /** 192 bits; hexadecimal, so that no URL or statement has to escape it. */
    private static String password(SecureRandom random) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
