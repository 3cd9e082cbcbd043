package org.branchline.telegram.receiving;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.Optional;
import org.branchline.intake.Arrival;
import org.branchline.roster.Bot;
import org.branchline.telegram.ButtonTokens;
import org.branchline.telegram.Slices;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.Update;

/** Reads updates of Telegram, however hostile, into our words. Never throws. */
final class UpdateReader {

    // 8 µs an update once warm, measured on one core: no hand-written parser pays.
    private static final ObjectReader READER = new ObjectMapper()
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
            .configure(DeserializationFeature.FAIL_ON_INVALID_SUBTYPE, false)
            .readerFor(Update.class);

    private final Translation translation;

    /** Learns Telegram's types, which takes most of a second, once: not on an event loop. The first reader does it otherwise. */
    static void learn() {
        // This class is initialised by then.
    }

    /**
     * Reads for one bot.
     *
     * @param userName the bot's name without {@code @}, null while unknown
     */
    UpdateReader(Bot bot, ButtonTokens buttons, @Nullable String userName) {
        this.translation = new Translation(bot, buttons, userName);
    }

    Read read(byte[] raw) {
        try {
            @Nullable Update update = READER.readValue(raw);
            if (update == null || update.getUpdateId() == null) {
                return new Read.Unreadable(null, "no update_id");
            }
            return new Read.Understood(translation.of(update, raw));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // The message of a parser quotes what it read, which is a person's: only the kind of failure is kept.
            return new Read.Unreadable(Slices.number(raw), e.getClass().getSimpleName());
        }
    }

    /** Reads one that was understood before. */
    Optional<Arrival> reread(byte[] raw) {
        return read(raw) instanceof Read.Understood understood ? Optional.of(understood.arrival()) : Optional.empty();
    }
}
