package org.branchline.intake;

import java.util.Optional;
import org.branchline.roster.Bot;

/** The address that opens a bot's chat and begins something there; the platform's room knows its form. */
public interface StartAddress {

    /**
     * The address for a person to open; empty while the platform has not told yet where the bot is found.
     *
     * @param payload what stands behind {@code /start}, at most 64 characters of {@code A-Za-z0-9_-}
     */
    Optional<String> of(Bot bot, String payload);
}
