package org.branchline.intake;

import io.smallrye.mutiny.Uni;
import org.branchline.roster.Bot;

/** The address that opens a bot's chat and begins something there; the platform's room knows its form. */
public interface StartAddress {

    /**
     * The address for a person to open.
     *
     * @param payload what stands behind {@code /start}, at most 64 characters of {@code A-Za-z0-9_-}
     */
    Uni<String> of(Bot bot, String payload);
}
