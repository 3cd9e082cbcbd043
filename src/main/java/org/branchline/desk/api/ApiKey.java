package org.branchline.desk.api;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.branchline.database.Settings;
import org.jspecify.annotations.Nullable;

/** The key of the API. Without one it is closed. */
@Singleton
class ApiKey {

    private static final String SCHEME = "Bearer ";

    private final Optional<byte[]> key =
            Settings.ofProcess().text("API_KEY").map(text -> text.getBytes(StandardCharsets.UTF_8));

    /** Whether there is one. */
    boolean given() {
        return key.isPresent();
    }

    /**
     * Whether a request carries it. Takes equally long wherever it differs.
     *
     * @param authorization the request's header, null where it has none
     */
    boolean opensFor(@Nullable String authorization) {
        return key.isPresent()
                && authorization != null
                && authorization.startsWith(SCHEME)
                && MessageDigest.isEqual(
                        key.get(),
                        authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8));
    }
}
